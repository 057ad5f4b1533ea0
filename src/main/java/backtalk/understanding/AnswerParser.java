package backtalk.understanding;

import backtalk.understanding.text.Sentence;
import java.util.Optional;

/** Parses answers to an open question. */
@FunctionalInterface
public interface AnswerParser {

  /**
   * Returns the answer in a message; empty when it contains none.
   *
   * <p>Doubt and silence are never a no.
   */
  Optional<AnswerKind> parse(Sentence answer, OpenPrompt prompt);

  /** Returns true when exactly these words are listed as an answer. */
  default boolean isPhrase(Sentence answer) {
    return false;
  }

  /** Returns true when the message consists of noes and harmless filler alone. */
  default boolean isPlainNo(Sentence answer) {
    return false;
  }

  /** Returns true when the message begins with a no, so that later mentions are exceptions. */
  default boolean beginsWithNo(Sentence answer, OpenPrompt prompt) {
    return answer.begins("no", "none", "nothing", "not");
  }
}
