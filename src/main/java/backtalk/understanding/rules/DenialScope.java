package backtalk.understanding.rules;

import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import java.util.List;

/**
 * Determines the facts that a denial covers.
 *
 * <p>A denial that names its object denies only that object: "my legs are fine" answers neither a
 * list of signs nor a question about something else.
 */
record DenialScope(CueIndex cues) {

  /**
   * Returns true when a denial answers everything that was asked.
   *
   * @param leads true when the answer begins with a yes or a no
   */
  boolean covers(Sentence answer, boolean leads, OpenPrompt prompt) {
    boolean fine = !leads && !cues.find(Cue.FINE, answer.words()).isEmpty();
    return prompt.open().isEmpty()
        || (prompt.open().size() == 1 && !fine)
        || deniesEverything(answer);
  }

  /** Returns true when every word only denies, up to a question that may follow. */
  private boolean deniesEverything(Sentence answer) {
    List<String> tokens = answer.tokens();
    return tokens.subList(0, endBeforeQuestion(tokens)).stream()
        .allMatch(
            word ->
                word.equals(Sentence.COMMA)
                    || cues.holds(Cue.ANSWER_TOTAL, word)
                    || cues.holds(Cue.HARMLESS, word));
  }

  private int endBeforeQuestion(List<String> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      List<String> rest = tokens.subList(i + 1, tokens.size());
      boolean asks = cues.find(Cue.ANSWER_META, rest).stream().anyMatch(span -> span.start() == 0);
      if (tokens.get(i).equals(Sentence.COMMA) && asks) {
        return i;
      }
    }
    return tokens.size();
  }
}
