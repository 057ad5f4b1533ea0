package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Topic;
import backtalk.emulator.TelegramMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a reply to an older card is about that card and not about the newest. */
class QuoteIT {
  @RegisterExtension static final TestEnvironment testEnvironment = TestEnvironment.forAll();

  private final ConversationTexts texts = testEnvironment.texts();

  @Test
  void aReplyToAnOlderCardShowsMoreOfThatCard() {
    TestUser quinn = testEnvironment.testUser("Quinn");
    Topic older = texts.topic("sound-mechanism");
    Topic newer = texts.topic("arthritis-myth");
    TelegramMessage card = card(quinn, older);
    card(quinn, newer);

    quinn.person().replies(card, "tell me more");
    TelegramMessage more = quinn.person().awaits(message -> message.text().startsWith(fold(older)));
    testEnvironment.quiet();

    assertThat(more.id()).isGreaterThan(card.id());
    assertThat(quinn.person().newest().text()).startsWith(fold(older));
  }

  private static TelegramMessage card(TestUser user, Topic topic) {
    user.says(topic.asks());
    return user.person().awaits(topic.card().answer().getFirst().say());
  }

  private static String fold(Topic topic) {
    return topic.card().more().getFirst().say();
  }
}
