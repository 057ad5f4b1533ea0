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

  /** Whether it consists of noes and harmless filler alone. */
  default boolean isPlainNo(Sentence answer) {
    return false;
  }

  /** Whether it begins with a no, so that all it tells behind that is an exception. */
  default boolean beginsWithNo(Sentence answer, OpenPrompt prompt) {
    return answer.begins("no", "none", "nothing", "not");
  }
}
