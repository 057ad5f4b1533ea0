package backtalk.understanding.rules;

import backtalk.understanding.text.TokenSpan;
import java.util.List;
import java.util.Set;

/** Recognises exceptions to a denial: "nothing apart from tingling", "no, only sometimes". */
record DenialExceptions(CueIndex cues) {

  /** Limits the words of an exception: a longer text is a statement of its own. */
  private static final int MAX_WORDS = 8;

  /** Lists words that begin a new clause, which a "no" before it does not negate. */
  private static final Set<String> SUBJECTS =
      Set.of("i", "im", "ive", "my", "it", "its", "thats", "there", "theres", "they", "theyre");

  /**
   * Returns true for a denial followed by something that it does not cover, as in "nothing apart
   * from tingling".
   */
  boolean appliesTo(List<String> words) {
    boolean denies = Set.of("no", "none", "nothing", "not").contains(words.getFirst());
    List<TokenSpan> found = denies ? cues.find(Cue.ANSWER_EXCEPT, words) : List.of();
    if (found.isEmpty() || found.getFirst().end() >= words.size()) {
      return false;
    }
    boolean another =
        words.subList(0, found.getFirst().start()).stream().anyMatch(SUBJECTS::contains);
    List<String> rest = words.subList(found.getFirst().end(), words.size());
    boolean only = !words.get(found.getFirst().start()).equals("but") || qualified(rest);
    return only && !another && !has(Cue.NEGATION, rest) && !harmless(rest);
  }

  /**
   * Returns true for an exception that may or may not be a sign, as in "no, just my back": the
   * question is asked again.
   */
  boolean isVague(List<String> words) {
    TokenSpan except = cues.find(Cue.ANSWER_EXCEPT, words).getFirst();
    List<String> rest = words.subList(except.end(), words.size());
    return Set.of("just", "only").contains(words.get(except.start())) && !qualified(rest);
  }

  /**
   * Returns true when the exception revokes the denial, as in "no, but sometimes"; "no, but my neck
   * is stiff" does not.
   */
  private boolean qualified(List<String> rest) {
    return rest.size() <= MAX_WORDS
        && (has(Cue.ANSWER_QUALIFIED, rest) || has(Cue.ANSWER_YES, rest));
  }

  /** Returns true for an exception that is no sign, as in "no, just cracks". */
  private boolean harmless(List<String> rest) {
    return has(Cue.FINE, rest) || has(Cue.HARMLESS, rest);
  }

  private boolean has(Cue cue, List<String> words) {
    return !cues.find(cue, words).isEmpty();
  }
}
