package backtalk.telegram.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Tests which text of the bot a message replies to. */
class QuotedMessageTest {

  private static final String TO =
      """
      {"message_id": 5, "text": "but why", "date": 1, "chat": {"id": 7, "type": "private"},
       "reply_to_message": {"message_id": 4, "text": "It is gas.", "date": 1,
         "chat": {"id": 7, "type": "private"},
         "from": {"id": 1, "first_name": "B", "is_bot": %s}}%s}
      """;

  @Test
  void aReplyToTheBotQuotesItsText() {
    assertThat(MessageParser.quoted(message(TO.formatted("true", "")))).contains("It is gas.");
  }

  @Test
  void aQuotedPartComesFirst() {
    String quote = ", \"quote\": {\"text\": \"gas\", \"position\": 6}";

    assertThat(MessageParser.quoted(message(TO.formatted("true", quote))))
        .contains("gas\nIt is gas.");
  }

  @Test
  void aReplyToOneselfQuotesNothing() {
    assertThat(MessageParser.quoted(message(TO.formatted("false", "")))).isEmpty();
  }

  private static Message message(String json) {
    try {
      return new ObjectMapper().readValue(json, Message.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
