package backtalk.telegram.api;

import static backtalk.telegram.Script.question;
import static backtalk.telegram.Script.says;
import static backtalk.telegram.Script.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.input.Input;
import backtalk.emulator.Emulator;
import backtalk.emulator.Fault;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
import backtalk.telegram.BotFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the message that holds the open question, and its buttons. */
class OpenQuestionMessageTest {
  @RegisterExtension final BotFixture botFixture = new BotFixture();

  /**
   * Asks about pain first, then about numbness, then shows an outcome. The answer "same" repeats
   * the question.
   */
  private Person asked() {
    botFixture.start();
    botFixture.script.answers(
        input ->
            switch (input) {
              case Input.Tapped(String data) when data.endsWith("yes") ->
                  turn(List.of(question("Numb?", "no", "same", "end", "late")), null, "Pain? Yes");
              case Input.Tapped(String data) when data.endsWith("same") ->
                  turn(List.of(question("Numb?", "no", "same", "end", "late")), null, null);
              case Input.Tapped(String data) when data.endsWith("end") ->
                  turn(List.of(outcome("All is well")), null, "Numb? No");
              case Input.Tapped(String data) when data.endsWith("late") ->
                  turn(List.of(), "Already answered", null);
              case Input.Tapped other -> turn(List.of(), "x".repeat(250), null);
              case Input.Said(String text, Input.Manner manner) when text.equals("remark") ->
                  says("A remark");
              case Input.Said said -> turn(List.of(question("Pain?", "yes", "no")), null, null);
              default -> says("?");
            });
    Person ann = botFixture.telegram().person("Ann");
    ann.says("check");
    ann.awaits("Pain?");
    botFixture.telegram().awaitQuiet();
    return ann;
  }

  private static backtalk.dialogue.Message outcome(String text) {
    return new backtalk.dialogue.Message(Kind.OUTCOME, FormattedText.of(text), List.of());
  }

  @Test
  void theNextQuestionTakesThePlaceOfTheTappedOne() {
    Person ann = asked();
    long first = ann.newest().id();

    ann.taps("yes");
    TelegramMessage next = ann.awaits("Numb?");

    assertThat(next.id()).isEqualTo(first);
    assertThat(next.labels()).containsExactly("no", "same", "end", "late");
    ann.awaitsAnswers();
    assertThat(ann.screen().fromBot()).hasSize(1);
    assertThat(ann.toasts()).isEmpty();
    assertThat(botFixture.telegram().calls().count("answerCallbackQuery")).isEqualTo(1);
  }

  @Test
  void anOutcomeIsANewMessageAndTheAnswersStayReadable() {
    Person ann = asked();
    ann.taps("yes");
    long question = ann.awaits("Numb?").id();
    botFixture.telegram().awaitQuiet();

    ann.taps("end");
    ann.awaits("All is well");
    botFixture.telegram().awaitQuiet();

    assertThat(ann.newest().text()).isEqualTo("All is well");
    assertThat(ann.message(question).text()).isEqualTo("Numb? No");
    assertThat(ann.message(question).labels()).isEmpty();
  }

  @Test
  void afterATypedTextTheOldQuestionLosesItsButtonsOnly() {
    Person ann = asked();
    long first = ann.newest().id();

    ann.says("check again");
    TelegramMessage second = ann.awaits(message -> message.id() > first);
    botFixture.telegram().awaitQuiet();

    assertThat(ann.message(first).text()).isEqualTo("Pain?");
    assertThat(ann.message(first).labels()).isEmpty();
    assertThat(second.labels()).containsExactly("yes", "no");
  }

  @Test
  void aNoteLeavesTheOpenQuestionItsButtons() {
    Person ann = asked();
    long first = ann.newest().id();

    ann.says("remark");
    ann.awaits("A remark");
    botFixture.telegram().awaitQuiet();
    assertThat(ann.message(first).labels()).containsExactly("yes", "no");

    ann.taps("yes");
    ann.awaits(message -> message.id() > first && message.text().equals("Numb?"));
    botFixture.telegram().awaitQuiet();
    assertThat(ann.message(first).text()).isEqualTo("Pain? Yes");
  }

  @Test
  void anEditThatChangesNothingCountsAsDone() {
    Person ann = asked();
    ann.taps("yes");
    ann.awaits("Numb?");
    botFixture.telegram().awaitQuiet();

    ann.taps("same");
    ann.awaitsAnswers();
    botFixture.telegram().awaitQuiet();

    assertThat(botFixture.telegram().calls().of("editMessageText"))
        .anyMatch(call -> call.refusal().contains("not modified"));
    assertThat(botFixture.dialogueStore.unsent(10)).isEmpty();
    assertThat(ann.screen().fromBot()).hasSize(1);
  }

  @Test
  void aQuestionThatCannotBeEditedIsSentAnew() {
    Person ann = asked();
    long first = ann.newest().id();
    ann.freezes(first);

    ann.taps("yes");

    assertThat(ann.awaits("Numb?").id()).isNotEqualTo(first);
  }

  @Test
  void aQuestionThatWasDeletedIsSentAnew() {
    Person ann = asked();
    TelegramMessage first = ann.newest();
    ann.deletes(first.id());

    ann.taps(first, "yes");

    assertThat(ann.awaits("Numb?").id()).isNotEqualTo(first.id());
  }

  @Test
  void aTapThatChangesNothingShowsATextAtTheButton() {
    Person ann = asked();
    ann.taps("yes");
    ann.awaits("Numb?");
    long sent = botFixture.telegram().calls().count("sendMessage");

    ann.taps("late");
    ann.awaitsToast("Already answered");
    ann.taps("no");
    ann.awaitsAnswers();

    assertThat(ann.toasts()).allSatisfy(toast -> assertThat(toast).hasSizeLessThanOrEqualTo(200));
    assertThat(ann.toasts()).hasSize(2);
    assertThat(botFixture.telegram().calls().count("sendMessage")).isEqualTo(sent);
  }

  @Test
  void anAnswerToATapDoesNotWaitForSlowMessages() {
    Person ann = asked();
    botFixture.telegram().faults().always("sendMessage", Fault.hang());
    for (int i = 0; i < BotApiClient.MAX_CONCURRENT + 6; i++) {
      botFixture.telegram().person("p" + i).says("hi");
    }
    long full = 1 + BotApiClient.MAX_CONCURRENT;
    await()
        .atMost(BotFixture.PATIENCE)
        .until(() -> botFixture.telegram().calls().count("sendMessage") == full);

    ann.taps("yes");
    ann.awaitsAnswers();
    assertThat(botFixture.telegram().calls().count("sendMessage"))
        .as("none got through")
        .isEqualTo(full);

    botFixture.telegram().faults().clear();
  }

  @Test
  void aTapTooOldToBeAnsweredStillCounts() {
    Person ann = asked();
    botFixture.telegram().callbacksExpireAfter(Duration.ZERO);

    ann.taps("yes");

    ann.awaits("Numb?");
  }

  @Test
  void aTapThatComesASecondTimeChangesNothing() {
    Person ann = asked();
    ann.taps("yes");
    ann.awaits("Numb?");
    botFixture.telegram().awaitQuiet();
    long tap = botFixture.telegram().lastUpdateId();
    long edits = botFixture.telegram().calls().count("editMessageText");

    botFixture.restart();
    Emulator telegram = botFixture.telegram();
    telegram.repeat(tap);
    telegram.calls().await("answerCallbackQuery", 2, BotFixture.PATIENCE);
    telegram.awaitQuiet();

    assertThat(telegram.calls().count("editMessageText")).isEqualTo(edits);
    assertThat(telegram.calls().of("answerCallbackQuery").getLast().text("text")).isEmpty();
  }
}
