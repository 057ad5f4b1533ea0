package backtalk.understanding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears answers by ordered rules, most careful first: what is no answer, doubt, "no, but ...", the
 * last of "yeah no", a no in several words, a yes with a limit, a bare no, a bare yes.
 */
final class RuledAnswers implements AnswerParser {

  /** The key of phrases that only look like answers. */
  private static final String OTHER = "other";

  /** Longer messages are tellings: only a yes or a no right at their beginning answers. */
  private static final int MOST_WORDS = 8;

  private static final String YES = "yes";
  private static final String NO = "no";

  private final Map<List<String>, Optional<Reply>> phrases = new HashMap<>();
  private final CueBook cues;

  RuledAnswers(Map<String, List<String>> said, Function<String, Sentence> reading, CueBook cues) {
    this.cues = cues;
    Arrays.stream(Reply.values())
        .forEach(
            reply ->
                said.getOrDefault(reply.name().toLowerCase(Locale.ROOT), List.of())
                    .forEach(phrase -> put(reading.apply(phrase), Optional.of(reply))));
    said.getOrDefault(OTHER, List.of())
        .forEach(phrase -> put(reading.apply(phrase), Optional.empty()));
  }

  private void put(Sentence phrase, Optional<Reply> reply) {
    if (!phrase.words().isEmpty()) {
      phrases.putIfAbsent(phrase.words(), reply);
    }
  }

  @Override
  public Optional<Reply> parse(Sentence answer, Expected expected) {
    List<String> words = answer.words();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Reply> whole = phrases.get(withoutRepeats(words));
    if (whole != null) {
      return whole;
    }
    return ruled(answer, words, expected);
  }

  /** "no no no" is "no". */
  private static List<String> withoutRepeats(List<String> words) {
    return new HashSet<>(words).size() == 1 ? List.of(words.getFirst()) : words;
  }

  private Optional<Reply> ruled(Sentence answer, List<String> words, Expected expected) {
    boolean leads = Set.of(YES, NO, "none", "nothing").contains(words.getFirst());
    if (!leads && (answer.asks() || begins(Cue.ANSWER_META, words))) {
      return Optional.empty();
    }
    if (words.size() > MOST_WORDS && !leads) {
      return Optional.empty();
    }
    if (has(Cue.ANSWER_UNSURE, words)) {
      return Optional.of(Reply.UNSURE);
    }
    return decided(answer, words, expected);
  }

  private Optional<Reply> decided(Sentence answer, List<String> words, Expected expected) {
    if (excepts(words)) {
      return Optional.of(expected.open().size() > 1 ? Reply.NO : Reply.YES);
    }
    Optional<Reply> last = lastOfRun(words);
    if (last.isPresent() && (last.get() == Reply.YES || deniesAll(answer, expected))) {
      return last;
    }
    return last.isPresent() ? Optional.empty() : unled(words);
  }

  private Optional<Reply> unled(List<String> words) {
    if (has(Cue.ANSWER_NO, words)) {
      return Optional.of(Reply.NO);
    }
    return has(Cue.ANSWER_QUALIFIED, words) || has(Cue.ANSWER_YES, words)
        ? Optional.of(Reply.YES)
        : Optional.empty();
  }

  /** "nothing apart from tingling": a no, and then something that is not covered by it. */
  private boolean excepts(List<String> words) {
    boolean denies = Set.of(NO, "none", "nothing", "not").contains(words.getFirst());
    List<Span> found = denies ? cues.find(Cue.ANSWER_EXCEPT, words) : List.of();
    if (found.isEmpty() || found.getFirst().end() >= words.size()) {
      return false;
    }
    List<String> rest = words.subList(found.getFirst().end(), words.size());
    return cues.find(Cue.NEGATION, rest).isEmpty() && !harmless(rest);
  }

  /** "no, just cracks": the noise itself was never in question. */
  private boolean harmless(List<String> rest) {
    return !cues.find(Cue.FINE, rest).isEmpty() || !cues.find(Cue.HARMLESS, rest).isEmpty();
  }

  /** The last of several yes and no in a row at the beginning: "yeah no". */
  private static Optional<Reply> lastOfRun(List<String> words) {
    Optional<Reply> last = Optional.empty();
    for (String word : words) {
      if (!word.equals(YES) && !word.equals(NO)) {
        return last;
      }
      last = Optional.of(word.equals(YES) ? Reply.YES : Reply.NO);
    }
    return last;
  }

  /** Of several things asked, "no numbness" denies one; "no, nothing" denies all. */
  private boolean deniesAll(Sentence answer, Expected expected) {
    int after = 1;
    while (after < answer.tokens().size() && answer.tokens().get(after).equals(NO)) {
      after++;
    }
    return expected.open().size() <= 1
        || after >= answer.tokens().size()
        || answer.tokens().get(after).equals(Sentence.COMMA)
        || begins(Cue.ANSWER_PRONOUN, answer.tokens().subList(after, answer.tokens().size()));
  }

  private boolean begins(Cue cue, List<String> words) {
    return cues.find(cue, words).stream().anyMatch(span -> span.start() == 0);
  }

  private boolean has(Cue cue, List<String> words) {
    return !cues.find(cue, words).isEmpty();
  }
}
