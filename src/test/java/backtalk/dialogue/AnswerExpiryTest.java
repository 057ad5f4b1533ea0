package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.dialogue.input.Input;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the passing of time only reopens questions. */
class AnswerExpiryTest {

  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;

  private Chat chat;

  @BeforeEach
  void begin() {
    chat = new Chat(CONVERSATION);
    chat.commands("check");
    chat.taps(CONVERSATION.phrase("none-of-these"));
  }

  @Test
  void aNoCountsForADayAndNoLonger() {
    chat.waits(Duration.ofHours(23));
    chat.says("thanks");
    assertThat(chat.fact("bladder-bowel")).contains(Answer.NO);

    chat.waits(Duration.ofHours(2));
    chat.says("thanks");
    assertThat(chat.fact("bladder-bowel")).isEmpty();
  }

  @Test
  void aYesIsKeptAndOfferedAgain() {
    chat.taps("It feels fine");
    chat.taps(button("swelling"));
    chat.waits(Duration.ofDays(5));

    chat.says("hello");

    assertThat(chat.fact("swelling")).contains(Answer.YES);
    assertThat(chat.said()).contains(button("swelling"));
    assertThat(chat.newest()).extracting(Button::label).contains(CONVERSATION.phrase("go-on"));
    assertThat(chat.last().gist().place()).isEqualTo("welcome");
  }

  @Test
  void goingOnAsksTheUrgentSignsAgain() {
    chat.taps("It feels fine");
    chat.taps(button("swelling"));
    chat.waits(Duration.ofDays(5));
    chat.says("hello");

    chat.taps(CONVERSATION.phrase("go-on"));

    assertThat(chat.last().gist().place()).isEqualTo("urgent");
  }

  @Test
  void silenceSendsNoMessage() {
    Dialogue before = chat.dialogue;
    chat.waits(Duration.ofDays(5));

    Turn silence = chat.take(new Input.Silence());

    assertThat(silence.messages()).isEmpty();
    assertThat(silence.dialogue()).isEqualTo(before);
  }

  @Test
  void anEmergencyNeverExpires() {
    chat.says("i wet myself");
    assertThat(chat.last().gist().place()).isEqualTo("emergency");
    chat.waits(Duration.ofDays(20));

    chat.says("what makes the cracking sound?");

    assertThat(chat.last().gist().kind()).isEqualTo(TurnKind.EMERGENCY);
    assertThat(chat.said())
        .startsWith(
            CONVERSATION.machine().outcome("emergency").opening().opensWith().getLast().say());
  }

  private static String button(String fact) {
    return CONVERSATION.machine().fact(fact).words().button();
  }
}
