package backtalk.cli.chattest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of some texts is most like another, by the words that they share. Long words count for
 * more: that both say "the" makes no two sentences alike.
 */
final class TextSimilarity {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** So much of a text at least must stand in one that is to take its place. */
  private static final double ENOUGH = 0.5;

  private TextSimilarity() {}

  /** The text most like {@code old}; empty where none is like it. Of two alike, the shorter. */
  static Optional<String> to(String old, List<String> texts) {
    Set<String> words = words(old);
    return texts.stream()
        .filter(text -> shared(words, words(text)) >= ENOUGH)
        .max(
            Comparator.comparingDouble((String text) -> shared(words, words(text)))
                .thenComparing(String::length, Comparator.reverseOrder()));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** How much of the first stands in the second, from 0 to 1. */
  private static double shared(Set<String> first, Set<String> second) {
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    return first.isEmpty() ? 0 : (double) letters(both) / letters(first);
  }

  private static int letters(Set<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }
}
