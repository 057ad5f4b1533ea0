package backtalk.understanding.rules;

import backtalk.understanding.text.TokenSpan;
import java.util.List;
import java.util.Set;

/** What a no leaves out: "nothing apart from tingling", "no, only sometimes". */
record DenialExceptions(CueIndex cues) {

  /** What is longer tells something of its own. */
  private static final int MOST_WORDS = 8;

  /** With one of these a new thought begins, which a "no" before it does not govern. */
  private static final Set<String> SUBJECTS =
      Set.of("i", "im", "ive", "my", "it", "its", "thats", "there", "theres", "they", "theyre");

  /** "nothing apart from tingling": a no, and then something that is not covered by it. */
  boolean in(List<String> words) {
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

  /** "no, just my back" may be a sign in other words, or none: it is asked again. */
  boolean vague(List<String> words) {
    TokenSpan except = cues.find(Cue.ANSWER_EXCEPT, words).getFirst();
    List<String> rest = words.subList(except.end(), words.size());
    return Set.of("just", "only").contains(words.get(except.start())) && !qualified(rest);
  }

  /** "no, but sometimes" takes the no back; "no, but my neck is stiff" does not. */
  private boolean qualified(List<String> rest) {
    return rest.size() <= MOST_WORDS
        && (has(Cue.ANSWER_QUALIFIED, rest) || has(Cue.ANSWER_YES, rest));
  }

  /** "no, just cracks": the noise itself was never in question. */
  private boolean harmless(List<String> rest) {
    return has(Cue.FINE, rest) || has(Cue.HARMLESS, rest);
  }

  private boolean has(Cue cue, List<String> words) {
    return !cues.find(cue, words).isEmpty();
  }
}
