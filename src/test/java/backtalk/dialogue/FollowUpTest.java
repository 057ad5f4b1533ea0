package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Urgency;
import backtalk.dialogue.input.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A follow-up comes only if asked for, once, and lowers nothing. */
class FollowUpTest {

  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;

  private Chat chat;

  @BeforeEach
  void endAtADoctor() {
    chat = new Chat(CONVERSATION);
    chat.commands("check");
    chat.taps(CONVERSATION.phrase("none-of-these"));
    chat.taps("It feels fine");
    chat.taps("Swelling");
    chat.taps(CONVERSATION.phrase("nothing-else"));
    assertThat(chat.last().gist().place()).isEqualTo("see-doctor");
  }

  private void wants(String when) {
    chat.taps(phrase("ask-again"));
    assertThat(chat.said()).isEqualTo(phrase("ask-again-when"));
    chat.taps(phrase(when));
  }

  private static String phrase(String id) {
    return CONVERSATION.phrase(id);
  }

  private Turn due() {
    return chat.take(new Input.FollowUpDue());
  }

  @Test
  void nobodyIsAskedWhoDidNotWantIt() {
    chat.waits(Duration.ofDays(4));

    Dialogue before = chat.last().dialogue();

    assertThat(due().messages()).isEmpty();
    assertThat(chat.last().dialogue()).isEqualTo(before);
  }

  @Test
  void itComesOnceAndNotBeforeItsTime() {
    wants("in-three-days");
    Instant heard = chat.last().dialogue().heard();
    assertThat(chat.last().dialogue().followUp()).contains(heard.plus(Duration.ofDays(3)));
    chat.waits(Duration.ofDays(2));
    assertThat(due().messages()).isEmpty();

    chat.waits(Duration.ofDays(1));

    assertThat(due().messages()).hasSize(1);
    assertThat(chat.said()).isEqualTo(phrase("follow-up"));
    assertThat(chat.last().dialogue().heard())
        .as("it is no message of the person")
        .isEqualTo(heard);
    assertThat(due().messages()).isEmpty();
  }

  @Test
  void noCancelsIt() {
    wants("in-a-week");
    wants("not-again");
    chat.waits(Duration.ofDays(8));

    assertThat(due().messages()).isEmpty();
  }

  @Test
  void itWaitsWhileAQuestionIsAnswered() {
    wants("in-three-days");
    chat.waits(Duration.ofDays(3));
    chat.commands("check");

    assertThat(due().messages()).isEmpty();
    chat.waits(Duration.ofDays(2));
    assertThat(due().messages()).hasSize(1);
  }

  @Test
  void theSameIsNoReasonToRepeatAdviceOnOldAnswers() {
    wants("in-three-days");
    chat.waits(Duration.ofDays(3));
    due();

    chat.taps(phrase("same"));

    assertThat(chat.said())
        .contains(phrase("follow-up-again"))
        .doesNotContain(phrase("follow-up-same"));
  }

  @Test
  void theSameRepeatsAdviceWhileItsAnswersAreFresh() {
    chat.commands("same");

    assertThat(chat.said()).contains(phrase("follow-up-same"));
  }

  @Test
  void myDataTellsOfIt() {
    wants("in-a-week");
    chat.commands("mydata");

    assertThat(chat.said()).contains("2026-01-12");
  }

  @Test
  void worseOpensTheSignsAgainAndKeepsWhatWasTold() {
    wants("in-three-days");
    chat.waits(Duration.ofDays(3));
    due();

    chat.taps(phrase("worse"));

    assertThat(chat.said()).contains(phrase("follow-up-worse"));
    assertThat(chat.last().gist().place()).isEqualTo("urgent");
    assertThat(chat.fact("swelling")).contains(Answer.YES);
    assertThat(chat.fact("bladder-bowel")).isEmpty();
    assertThat(chat.last().gist().level()).contains(Urgency.SEE_DOCTOR);
  }

  @Test
  void betterLowersNothing() {
    wants("in-three-days");
    chat.waits(Duration.ofDays(3));
    due();

    chat.taps(phrase("better"));

    assertThat(chat.said()).contains(phrase("eased"));
    assertThat(chat.fact("swelling")).contains(Answer.YES);
  }

  @Test
  void anEmergencyOpensIt() {
    wants("in-three-days");
    chat.taps(phrase("change-answer"));
    chat.says("i wet myself");
    assertThat(chat.last().gist().level()).contains(Urgency.EMERGENCY);
    chat.waits(Duration.ofDays(3));

    Turn asked = due();

    assertThat(asked.gist().level()).contains(Urgency.EMERGENCY);
    assertThat(chat.said()).startsWith("🚨").contains(phrase("follow-up"));
    chat.taps(phrase("better"));
    assertThat(chat.said()).startsWith("🚨").doesNotContain(phrase("follow-up-better"));
  }

  @Test
  void inAnEmergencyNobodyIsAskedLater() {
    chat.says("i wet myself");

    chat.commands("inthreedays");

    assertThat(chat.last().dialogue().followUp()).isEqualTo(Optional.empty());
    assertThat(chat.said()).startsWith("🚨");
  }
}
