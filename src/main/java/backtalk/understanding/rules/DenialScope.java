package backtalk.understanding.rules;

import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import java.util.List;

/**
 * How far a no reaches. One that says what it denies denies only that: "my legs are fine" is no
 * answer to a list of signs, nor to a question about something else.
 */
record DenialScope(CueIndex cues) {

  /**
   * True where a no answers all that was asked.
   *
   * @param leads it begins with a yes or a no
   */
  boolean cover(Sentence answer, boolean leads, OpenPrompt prompt) {
    boolean fine = !leads && !cues.find(Cue.FINE, answer.words()).isEmpty();
    return prompt.open().isEmpty() || (prompt.open().size() == 1 && !fine) || total(answer);
  }

  /** Every word of it only refuses, up to a question that may follow. */
  private boolean total(Sentence answer) {
    List<String> tokens = answer.tokens();
    return tokens.subList(0, beforeQuestion(tokens)).stream()
        .allMatch(
            word ->
                word.equals(Sentence.COMMA)
                    || cues.holds(Cue.ANSWER_TOTAL, word)
                    || cues.holds(Cue.HARMLESS, word));
  }

  private int beforeQuestion(List<String> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      List<String> rest = tokens.subList(i + 1, tokens.size());
      boolean asks =
          cues.find(Cue.ANSWER_META, rest).stream().anyMatch(tokenSpan -> tokenSpan.start() == 0);
      if (tokens.get(i).equals(Sentence.COMMA) && asks) {
        return i;
      }
    }
    return tokens.size();
  }
}
