package backtalk.loader.parsers;

import backtalk.conversation.Answer;
import java.util.Locale;

/** The answers, by their words in files. */
final class AnswerNames {
  private AnswerNames() {}

  /** The answer of a word that is known to be one. */
  static Answer named(String word) {
    return Answer.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
