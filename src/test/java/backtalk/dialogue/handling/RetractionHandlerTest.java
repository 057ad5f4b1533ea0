package backtalk.dialogue.handling;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.dialogue.BackCracking;
import backtalk.dialogue.Chat;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that an answer given by mistake is undone by its button and by no text. */
class RetractionHandlerTest {
  private static final String SADDLE = "saddle-numbness";
  private static final String LEG = "leg-numb-tingle-weak";

  private final Chat chat = new Chat(BackCracking.CONVERSATION);

  private Turn handle(
      List<FactMention> mentions, Optional<AnswerKind> reply, Optional<String> verb) {
    chat.now = chat.now.plusSeconds(7);
    NluResult result =
        new NluResult(
            mentions, List.of(), Optional.empty(), reply, new TopicMatch.Declined(), verb);
    Meaning words = new Meaning.Words("words", Input.Manner.TYPED, result);
    Turn turn = chat.engine.turn(chat.dialogue, words, chat.now);
    chat.dialogue = turn.dialogue();
    chat.turns.add(turn);
    return turn;
  }

  private void tapByMistake(String button) {
    chat.commands("check");
    chat.taps(button);
    chat.says("oops wrong button");
  }

  private String said() {
    return chat.last().messages().getFirst().text().plain();
  }

  @ParameterizedTest
  @EnumSource
  void noAnswerInTextDecides(AnswerKind answerKind) {
    tapByMistake("Numb between the legs");

    handle(List.of(), Optional.of(answerKind), Optional.empty());

    assertThat(chat.fact(SADDLE)).contains(Answer.YES);
    assertThat(chat.dialogue.question().pending())
        .get()
        .isInstanceOf(Confirmation.Retraction.class);
    assertThat(said()).startsWith("🚨 First");
  }

  /**
   * Covers a sign that is no emergency: neither a no nor a doubt counts while the retraction is
   * asked.
   */
  @ParameterizedTest
  @EnumSource(names = {"NO", "UNSURE"})
  void noMentionLowersTheFactInQuestion(Answer answer) {
    chat.says("my foot is numb");
    chat.says("ignore that");

    handle(List.of(new FactMention(LEG, answer)), Optional.empty(), Optional.empty());

    assertThat(chat.fact(LEG)).contains(Answer.YES);
    assertThat(chat.dialogue.question().pending())
        .get()
        .isInstanceOf(Confirmation.Retraction.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Undo", "undo", "it's true", "undo please"})
  void aTypedLabelDoesNotCountAsATap(String typed) {
    tapByMistake("Numb between the legs");

    chat.says(typed);

    assertThat(chat.fact(SADDLE)).contains(Answer.YES);
    assertThat(chat.dialogue.question().pending())
        .get()
        .isInstanceOf(Confirmation.Retraction.class);
  }

  @Test
  void aMistakenNoIsNotChangedByTextEither() {
    tapByMistake("None of these");

    chat.says("yes");

    assertThat(chat.fact(SADDLE)).contains(Answer.NO);
    chat.taps("Undo");
    assertThat(chat.fact(SADDLE)).isEmpty();
  }

  @Test
  void undoRestoresTheAnswerBefore() {
    chat.commands("check");
    chat.taps("Pee or poo control changed");
    chat.says("change my answer");
    chat.taps("Pee or poo control changed: yes");
    chat.taps("Not sure");
    chat.says("tapped it by accident");

    chat.taps("Undo");

    assertThat(chat.fact("bladder-bowel")).contains(Answer.YES);
    assertThat(said()).startsWith("🚨");
  }

  @Test
  void undoKeepsAnAnswerThatWasGivenAgain() {
    tapByMistake("Numb between the legs");
    handle(List.of(new FactMention(SADDLE, Answer.YES)), Optional.empty(), Optional.empty());
    assertThat(chat.dialogue.question().pending())
        .get()
        .isInstanceOf(Confirmation.Retraction.class);

    chat.taps("Undo");

    assertThat(chat.fact(SADDLE)).contains(Answer.YES);
  }

  @Test
  void aLateUndoChangesNothing() {
    tapByMistake("Numb between the legs");
    Input late = new Input.Tapped(chat.button("Undo").data());
    chat.taps("It's true");

    chat.take(late);

    assertThat(chat.fact(SADDLE)).contains(Answer.YES);
    assertThat(chat.last().toast()).isPresent();
  }

  @Test
  void afterALongSilenceTheRetractionIsNoLongerAsked() {
    tapByMistake("Numb between the legs");
    chat.waits(Duration.ofDays(2));

    chat.says("yes");

    assertThat(chat.fact(SADDLE)).contains(Answer.YES);
    assertThat(chat.dialogue.question().pending()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FORWARDED", "EDITED", "FLOOD", "EDITED_FLOOD"})
  void otherThanTypedTextRetractsNothing(Input.Manner manner) {
    chat.commands("check");
    chat.taps("Numb between the legs");
    Dialogue before = chat.dialogue;

    chat.take(new Input.Said("oops wrong button", manner));

    assertThat(chat.dialogue.facts()).isEqualTo(before.facts());
    assertThat(chat.dialogue.question().pending()).isEmpty();
  }

  /** Checks that the emergency opens each reply until its button is pressed. */
  @Test
  void theEmergencyLastsUntilTheButtonIsPressed() {
    tapByMistake("Numb between the legs");
    for (Answer answer : Answer.values()) {
      for (AnswerKind answerKind : AnswerKind.values()) {
        for (String verb : List.of("undo", "back", "stop", "thanks")) {
          Optional<String> word = Optional.of(verb);
          handle(List.of(new FactMention(SADDLE, answer)), Optional.of(answerKind), word);
          assertThat(chat.fact(SADDLE))
              .as("%s %s %s", answer, answerKind, verb)
              .contains(Answer.YES);
          assertThat(said()).startsWith("🚨");
          chat.commands("undo");
          assertThat(chat.dialogue.question().pending()).isPresent();
        }
      }
    }
  }
}
