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
}
