package backtalk.understanding.rules;

import backtalk.understanding.AnswerKind;
import backtalk.understanding.text.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises plain answers: messages that consist of listed answers and harmless filler alone.
 *
 * @param phrases the listed answers by their words; empty for what only looks like one
 */
record PlainAnswers(Map<List<String>, Optional<AnswerKind>> phrases, CueIndex cues) {

  static final Set<AnswerKind> DENIALS = EnumSet.of(AnswerKind.NO, AnswerKind.NONE);

  /** Limits the words of a listed answer. */
  private static final int LONGEST = 8;

  private static final Set<String> ONLY = Set.of("just", "only");
  private static final Set<String> ARTICLES = Set.of("the", "a", "some", "and");

  /** Returns the kinds of answers that a message consists of; empty if it has other words. */
  Set<AnswerKind> kinds(List<String> words) {
    List<Optional<Set<AnswerKind>>> reached = new ArrayList<>();
    reached.add(Optional.of(EnumSet.noneOf(AnswerKind.class)));
    for (int end = 1; end <= words.size(); end++) {
      reached.add(reach(words, end, reached));
    }
    return reached.getLast().orElseGet(Set::of);
  }

  /** Returns the kinds of answers before the first comma or stopper. */
  Set<AnswerKind> firstKinds(Sentence answer) {
    List<String> tokens = answer.tokens();
    int end = tokens.indexOf(Sentence.COMMA) < 0 ? tokens.size() : tokens.indexOf(Sentence.COMMA);
    int stop =
        cues.find(Cue.STOPPERS, tokens).stream().mapToInt(it -> it.start()).min().orElse(end);
    return kinds(tokens.subList(0, Math.min(end, stop)));
  }

  /** Prefers the longest last unit, so that "not sure" is not read as its parts. */
  private Optional<Set<AnswerKind>> reach(
      List<String> words, int end, List<Optional<Set<AnswerKind>>> reached) {
    for (int start = Math.max(0, end - LONGEST); start < end; start++) {
      Optional<Set<AnswerKind>> before = reached.get(start);
      Optional<Set<AnswerKind>> unit = unit(words.subList(start, end));
      if (before.isPresent() && unit.isPresent()) {
        Set<AnswerKind> both = EnumSet.noneOf(AnswerKind.class);
        both.addAll(before.get());
        both.addAll(unit.get());
        return Optional.of(both);
      }
    }
    return Optional.empty();
  }

  private Optional<Set<AnswerKind>> unit(List<String> words) {
    if (is(Cue.ANSWER_TWICE_DENIED, words)) {
      return Optional.of(Set.of(AnswerKind.YES));
    }
    Optional<AnswerKind> listed = phrases.getOrDefault(words, Optional.empty());
    if (listed.isPresent()) {
      return listed.map(Set::of);
    }
    if (noise(words) || is(Cue.ANSWER_FINE, words)) {
      return Optional.of(Set.of(AnswerKind.NO));
    }
    boolean filler = is(Cue.ANSWER_FILLER, words) || is(Cue.ANSWER_CORRECTION, words);
    return filler ? Optional.of(Set.of()) : Optional.empty();
  }

  private boolean is(Cue cue, List<String> words) {
    return cues.find(cue, words).stream()
        .anyMatch(it -> it.start() == 0 && it.end() == words.size());
  }

  /** Returns true for text such as "just the cracking", which says that nothing else is there. */
  private boolean noise(List<String> words) {
    List<String> rest = words.subList(1, words.size());
    return ONLY.contains(words.getFirst())
        && rest.stream().anyMatch(word -> cues.holds(Cue.NOISE, word))
        && rest.stream().allMatch(word -> cues.holds(Cue.NOISE, word) || ARTICLES.contains(word));
  }
}
