package backtalk.understanding;

import backtalk.understanding.text.Sentence;
import java.util.Optional;

/** Hears an answer to an open question. */
@FunctionalInterface
public interface AnswerParser {

  /**
   * The answer in a message read as an answer; empty where it is none. Never takes doubt or silence
   * for a no.
   */
  Optional<AnswerKind> parse(Sentence answer, OpenPrompt prompt);

  /** Whether these words are listed as an answer as they stand. */
  default boolean isPhrase(Sentence answer) {
    return false;
  }
}
