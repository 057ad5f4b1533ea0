package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.understanding.rules.AnswerIntent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the answer to the open question.
 *
 * @param intent recognises unclear questions and corrections among answers
 * @param ambiguous kinds of small talk whose phrases may hide a sign or an answer
 */
record AnswerStage(AnswerParser parser, AnswerIntent intent, Set<String> ambiguous) {

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
            && unclear(utterance, prompt).isEmpty()
            && (!isAmbiguous(recognised.verb()) || parser.isPhrase(utterance.answer()));
    return answers ? parser.parse(utterance.answer(), prompt) : Optional.empty();
  }

  /**
   * Returns the command that explains the open question, when the person does not understand it.
   */
  Optional<String> unclear(Utterance utterance, OpenPrompt prompt) {
    return intent.unclear(utterance.answer(), prompt);
  }

  /** Returns the verb of a no that may take back the last mention. */
  Optional<String> correction(Utterance utterance, OpenPrompt prompt) {
    return intent.correction(utterance.answer(), prompt);
  }

  /** Returns true when the message consists of noes and filler alone. */
  boolean isPlainNo(Utterance utterance) {
    return parser.isPlainNo(utterance.answer());
  }

  private boolean isAmbiguous(Optional<String> verb) {
    return verb.filter(ambiguous::contains).isPresent();
  }

  /** Returns true for small talk or a short answer, which need no comparison with examples. */
  boolean isComplete(Utterance utterance, Optional<AnswerKind> parsed, Optional<String> verb) {
    return (verb.isPresent() && !isAmbiguous(verb))
        || (parsed.isPresent()
            && (utterance.answer().words().size() <= MAX_SHORT || isPlainNo(utterance)));
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
    boolean denies = parser.beginsWithNo(utterance.answer(), prompt);
    return !open.isEmpty() && denies && confirms ? Optional.of(AnswerKind.NO) : parsed;
  }
}
