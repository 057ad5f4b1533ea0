package backtalk.understanding.rules;

import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.List;

/**
 * Determines what a denial covers and what it leaves out.
 *
 * <p>A denial that names its object denies only that object: "my legs are fine" answers neither a
 * list of signs nor a question about something else. "Nothing apart from tingling" has an
 * exception.
 */
record Denial(CueIndex cues) {

  /** Limits the words of an exception: a longer text is a statement of its own. */
  private static final int MAX_EXCEPTION = 8;

  /**
   * Returns true when a denial answers everything that was asked.
   *
   * @param leads true when the answer begins with a yes or a no
   */
  boolean coversAll(Sentence answer, boolean leads, OpenPrompt prompt) {
    boolean fine = !leads && cues.has(Cue.FINE, answer.words());
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
      if (tokens.get(i).equals(Sentence.COMMA)
          && cues.begins(Cue.ANSWER_META, tokens.subList(i + 1, tokens.size()))) {
        return i;
      }
    }
    return tokens.size();
  }

  /**
   * Returns true for a denial followed by something that it does not cover, as in "nothing apart
   * from tingling".
   */
  boolean hasException(List<String> words) {
    List<TokenSpan> found =
        cues.begins(Cue.DENIAL_LEADS, words) ? cues.find(Cue.ANSWER_EXCEPT, words) : List.of();
    if (found.isEmpty() || found.getFirst().end() >= words.size()) {
      return false;
    }
    TokenSpan except = found.getFirst();
    List<String> rest = words.subList(except.end(), words.size());
    boolean only = !words.get(except.start()).equals("but") || revokes(rest);
    boolean another = cues.has(Cue.EXCEPTION_SUBJECTS, words.subList(0, except.start()));
    boolean harmless = cues.has(Cue.FINE, rest) || cues.has(Cue.HARMLESS, rest);
    return only && !another && !harmless && !cues.has(Cue.NEGATION, rest);
  }

  /**
   * Returns true for an exception that may or may not be a sign, as in "no, just my back": the
   * question is asked again.
   */
  boolean hasVagueException(List<String> words) {
    TokenSpan except = cues.find(Cue.ANSWER_EXCEPT, words).getFirst();
    return cues.holds(Cue.EXCEPTION_ONLY, words.get(except.start()))
        && !revokes(words.subList(except.end(), words.size()));
  }

  /**
   * Returns true when the exception revokes the denial, as in "no, but sometimes"; "no, but my neck
   * is stiff" does not.
   */
  private boolean revokes(List<String> rest) {
    return rest.size() <= MAX_EXCEPTION
        && (cues.has(Cue.ANSWER_QUALIFIED, rest) || cues.has(Cue.ANSWER_YES, rest));
  }
}
