package backtalk.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Posts a new message, and reads no more of the answer than the new message's id.
 *
 * <p>The answer repeats the whole message and the one replied to. If the library could not read
 * some part of that, a message that was sent would look like one that was not, and be sent again.
 */
final class Posting extends SendMessage {

  Posting(String chat, String text) {
    super(chat, text);
  }

  @Override
  public Message deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode message = result(answer);
    return message.path("message_id").canConvertToInt()
        ? Message.builder().messageId(message.path("message_id").asInt()).build()
        : super.deserializeResponse(answer);
  }

  private static JsonNode result(String answer) throws TelegramApiRequestException {
    try {
      return OBJECT_MAPPER.readTree(answer).path("result");
    } catch (JsonProcessingException broken) {
      throw new TelegramApiRequestException("the answer breaks off", broken);
    }
  }
}
