package backtalk.understanding.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.BackCracking;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words answer a question about an emergency sign, and which are no answer to it. */
class StrictAnswersTest {
  private static final OpenPrompt SADDLE = new OpenPrompt(List.of("saddle-numbness"), true);
  private static final OpenPrompt SIGNS =
      new OpenPrompt(List.of("bladder-bowel", "saddle-numbness", "both-legs"), true);
  private static final Set<AnswerKind> NOES = Set.of(AnswerKind.NO, AnswerKind.NONE);

  private static Optional<AnswerKind> reply(String text, OpenPrompt prompt) {
    return BackCracking.LISTENER.interpret(text, prompt).reply();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no feeling",
        "no feeling at all",
        "never had this before",
        "i never had that until today",
        "never felt like this",
        "nothing helps",
        "no one believes me",
        "i dont crack it a lot",
        "nope never cracked it this loud before",
        "no its not my back its my neck",
        "not since yesterday",
        "i dont go as often",
        "no sensation down there",
        "nothing i do makes it go away",
        "nobody takes me seriously",
        "never been this bad",
        "no position is comfortable",
        "not the same as it used to be",
        "i dont notice when i wipe",
        "it isnt right down there",
        "i dont feel normal",
        "none of my doctors listen",
        "no it came on today",
        "i havent slept because of it",
      })
  void aDenialOfSomethingElseIsNoNo(String text) {
    assertThat(reply(text, SADDLE))
        .isNotIn(Optional.of(AnswerKind.NO), Optional.of(AnswerKind.NONE));
    assertThat(reply(text, SIGNS))
        .isNotIn(Optional.of(AnswerKind.NO), Optional.of(AnswerKind.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "nope",
        "nah mate",
        "not that",
        "no i dont",
        "nothing like that",
        "im fine down there",
        "no, im fine thanks",
        "nope thank god",
        "not that i know of",
        "no, not at all",
        "no thats all normal",
        "just the cracking",
        "well no",
        "yes, i mean no",
      })
  void aPlainNoIsANo(String text) {
    assertThat(reply(text, SADDLE)).hasValueSatisfying(it -> assertThat(it).isIn(NOES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i sit a lot",
        "my back cracks a lot is it normal",
        "a friend told me a lot about this",
        "yes but only my hand",
        "i work a lot",
        "my neck hurts sometimes",
        "it cracks every day",
        "yes but thats my elbow",
        "i exercise most days",
        "my mum had it for years",
        "i always sit at a desk",
        "is it common in the mornings",
      })
  void somethingElseIsNoYes(String text) {
    assertThat(reply(text, SADDLE)).isNotEqualTo(Optional.of(AnswerKind.YES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "yeah a bit",
        "yes since monday",
        "it does",
        "yep sadly",
        "i think so",
        "only at night",
        "afraid so",
        "no wait yes",
        "its not nothing",
      })
  void aPlainYesIsAYes(String text) {
    assertThat(reply(text, SADDLE)).contains(AnswerKind.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i dont know what you mean",
        "not sure what you mean by that",
        "no idea what that means",
        "i dont get what you mean",
        "i dont understand the question",
        "dont know what it means",
        "sorry i dont know what youre asking",
        "not sure what this means",
      })
  void askingWhatIsMeantIsNotUnsure(String text) {
    NluResult result = BackCracking.LISTENER.interpret(text, SADDLE);

    assertThat(result.reply()).isEmpty();
    assertThat(result.verb()).contains("help-me");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no feeling in my leg",
        "nothing helps, my leg is numb",
        "no my leg is numb",
        "not a joke my foot tingles",
        "no one believes my leg is weak",
        "nothing works and my foot is numb",
        "never mind that, my leg went numb",
        "no rest, my leg tingles all night",
      })
  void aSignBehindNoPlainNoDeniesNoOther(String text) {
    assertThat(reply(text, SIGNS))
        .isNotIn(Optional.of(AnswerKind.NO), Optional.of(AnswerKind.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nothing like that thank god", "none of these thank god", "no, none of that"})
  void aPlainNoLeavesNoDoubt(String text) {
    NluResult result = BackCracking.LISTENER.interpret(text, SIGNS);

    assertThat(result.reply()).hasValueSatisfying(it -> assertThat(it).isIn(NOES));
    assertThat(result.doubts()).isEmpty();
  }
}
