package backtalk.loader.parsers;

import backtalk.conversation.Answer;
import java.util.Locale;

/** Maps answer names in files to answers. */
final class AnswerNames {
  private AnswerNames() {}

  /** Returns the answer of a name that is known to be valid. */
  static Answer named(String word) {
    return Answer.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
