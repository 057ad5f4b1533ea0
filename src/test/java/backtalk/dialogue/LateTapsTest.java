package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Prompt;
import backtalk.dialogue.input.Input;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that late, double and forged button presses are answered and change nothing wrongly. */
class LateTapsTest {

  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;

  private Chat chat;

  @BeforeEach
  void begin() {
    chat = new Chat(CONVERSATION);
    chat.commands("check");
  }

  @Test
  void aDoubleTapCountsOnce() {
    Button none = chat.button(phrase("none-of-these"));
    chat.take(new Input.Tapped(none.data()));
    Facts once = chat.dialogue.facts();

    Turn second = chat.take(new Input.Tapped(none.data()));

    assertThat(second.dialogue().facts()).isEqualTo(once);
    assertThat(second.gist().place()).isEqualTo("feeling");
    assertThat(second.toast()).contains(phrase("already-answered"));
  }

  @Test
  void aDoubleTapOnBackGoesBackOnce() {
    chat.taps(phrase("none-of-these"));
    chat.taps(none("feeling"));
    chat.taps(button("swelling"));
    Button back = chat.button(phrase("back"));
    chat.take(new Input.Tapped(back.data()));

    Turn second = chat.take(new Input.Tapped(back.data()));

    assertThat(second.gist().place()).isEqualTo("signs");
    assertThat(chat.fact("bladder-bowel")).contains(Answer.NO);
  }

  @Test
  void aLateNoneOfTheseDeniesNoFactOfTheNextQuestion() {
    Button early = chat.button(phrase("none-of-these"));
    chat.taps(phrase("none-of-these"));

    chat.take(new Input.Tapped(early.data()));

    assertThat(chat.fact("pain-with-cracking")).isEmpty();
  }

  @Test
  void aMilderSignCountsHoweverLate() {
    chat.taps(phrase("none-of-these"));
    chat.taps(none("feeling"));
    Button swelling = chat.button(button("swelling"));
    chat.taps(phrase("none-of-these"));

    chat.take(new Input.Tapped(swelling.data()));
    assertThat(chat.fact("swelling")).contains(Answer.YES);

    Turn twice = chat.take(new Input.Tapped(swelling.data()));
    assertThat(twice.toast()).contains(phrase("already-answered"));
  }

  @Test
  void aLateDoubtCountsButLowersNoYes() {
    Button swelling = chat.button(button("bladder-bowel"));
    String unsure = swelling.data().replaceAll(":y$", ":u");
    chat.taps(phrase("none-of-these"));

    chat.take(new Input.Tapped(unsure));
    assertThat(chat.fact("bladder-bowel")).contains(Answer.UNSURE);

    chat.take(new Input.Tapped(swelling.data()));
    chat.take(new Input.Tapped(unsure));
    assertThat(chat.fact("bladder-bowel")).contains(Answer.YES);
  }

  @Test
  void anEmergencySignCountsAtAnyTime() {
    Button saddle = chat.button(button("saddle-numbness"));
    chat.taps(phrase("none-of-these"));
    chat.waits(Duration.ofHours(3));

    Turn late = chat.take(new Input.Tapped(saddle.data()));

    assertThat(late.gist().kind()).isEqualTo(TurnKind.EMERGENCY);
    assertThat(late.gist().place()).isEqualTo("emergency");
  }

  @Test
  void aButtonOfAnErasedDialogueChangesNothing() {
    Button none = chat.button(phrase("none-of-these"));
    chat.commands("forget");
    chat.taps(phrase("forget-yes"));

    Turn late = chat.take(new Input.Tapped(none.data()));

    assertThat(late.toast()).contains(phrase("old-button"));
    assertThat(chat.dialogue.facts()).isEqualTo(Facts.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "a.b.c", "....", "abc.1.a:nofact:y", "abc.zzzzzzzzz.r:n", "n.1.q:1"})
  void aForgedTapIsAnsweredAndChangesNothing(String data) {
    Facts before = chat.dialogue.facts();

    Turn turn = chat.take(new Input.Tapped(data));

    assertThat(turn.toast()).isPresent();
    assertThat(turn.dialogue().facts()).isEqualTo(before);
  }

  private static String phrase(String id) {
    return CONVERSATION.phrase(id);
  }

  private static String none(String state) {
    return ((Prompt.OneOf) CONVERSATION.machine().state(state).prompt()).none();
  }

  private static String button(String fact) {
    return CONVERSATION.machine().fact(fact).words().button();
  }
}
