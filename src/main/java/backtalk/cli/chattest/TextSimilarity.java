package backtalk.cli.chattest;

import java.text.BreakIterator;
import java.util.ArrayList;
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
 * Finds the sentence that shares the most words with a text. Words are weighted by their length, so
 * that common short words such as "the" count little.
 */
final class TextSimilarity {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Sets the least share of the old text's letters that a replacement must contain. */
  private static final double MIN_SHARE = 0.5;

  private static final String BULLET = "• ";

  private TextSimilarity() {}

  /**
   * Returns the sentences of a text, in order. A sentence never crosses a line end, and a bullet
   * belongs to none.
   */
  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      String words = line.startsWith(BULLET) ? line.substring(BULLET.length()) : line;
      BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
      breaks.setText(words);
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        sentences.add(words.substring(from, to).strip());
        from = to;
      }
    }
    sentences.removeIf(String::isEmpty);
    return sentences;
  }

  /**
   * Returns the text most similar to {@code old}; empty where none is similar enough. The shorter
   * text wins a tie.
   */
  static Optional<String> mostSimilar(String old, List<String> texts) {
    Set<String> words = words(old);
    return texts.stream()
        .filter(text -> shared(words, words(text)) >= MIN_SHARE)
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

  /** Returns the share of the first text's letters whose words are in the second, from 0 to 1. */
  private static double shared(Set<String> first, Set<String> second) {
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    return first.isEmpty() ? 0 : (double) letters(both) / letters(first);
  }

  private static int letters(Set<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }
}
