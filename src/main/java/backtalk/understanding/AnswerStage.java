package backtalk.understanding;

import backtalk.conversation.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the answer to the open question.
 *
 * @param ambiguous kinds of small talk whose phrases may hide a sign or an answer
 */
record AnswerStage(AnswerParser parser, Set<String> ambiguous) {

  /** Sets the longest answer, in words, that certainly states nothing besides. */
  private static final int MAX_SHORT = 2;

  AnswerStage {
    ambiguous = Set.copyOf(ambiguous);
  }

  /**
   * Returns the parsed answer to the open question.
   *
   * <p>A retraction is no answer, and small talk only when it is listed as one.
   */
  Optional<AnswerKind> parse(
      Utterance utterance, CommandStage.Recognised recognised, OpenPrompt prompt) {
    boolean answers =
        prompt.yesNo()
            && !recognised.retracts()
            && (!isAmbiguous(recognised.verb()) || parser.isPhrase(utterance.answer()));
    return answers ? parser.parse(utterance.answer(), prompt) : Optional.empty();
  }

  private boolean isAmbiguous(Optional<String> verb) {
    return verb.filter(ambiguous::contains).isPresent();
  }

  /** Returns true for small talk or a short answer, which need no comparison with examples. */
  boolean isComplete(Utterance utterance, Optional<AnswerKind> parsed, Optional<String> verb) {
    return (verb.isPresent() && !isAmbiguous(verb))
        || (parsed.isPresent() && utterance.answer().words().size() <= MAX_SHORT);
  }

  /**
   * Returns the answer in view of the detected facts; a retraction is none.
   *
   * <p>A mention of the asked fact outranks a no, and "no, but my leg tingles" is a no to the
   * question.
   */
  Optional<AnswerKind> resolve(
      Optional<AnswerKind> parsed,
      Utterance utterance,
      CommandStage.Recognised recognised,
      RedFlagDetector.Detected detected,
      OpenPrompt prompt) {
    if (recognised.retracts()) {
      return Optional.empty();
    }
    List<String> open = prompt.open();
    if (open.size() == 1
        && detected.mentions().stream().anyMatch(it -> it.fact().equals(open.getFirst()))) {
      return parsed.filter(kind -> kind == AnswerKind.YES);
    }
    boolean confirms = detected.mentions().stream().anyMatch(it -> it.answer() == Answer.YES);
    boolean denies = utterance.answer().begins("no", "none", "nothing", "not");
    return !open.isEmpty() && denies && confirms ? Optional.of(AnswerKind.NO) : parsed;
  }
}
