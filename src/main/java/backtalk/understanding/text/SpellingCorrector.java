package backtalk.understanding.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts misspelt words right, but only toward words of the subject, and only such as are no words of
 * English themselves: "dads" must never become "days".
 */
public final class SpellingCorrector {

  /** Shorter words differ from too many others. */
  private static final int SHORTEST = 4;

  /** From this length on two mistakes are forgiven. */
  private static final int LONG = 7;

  private static final List<String> ENDINGS =
      List.of("s", "es", "d", "ed", "er", "ers", "ing", "ings", "ly", "y", "ish", "less");

  private final Set<String> english;
  private final Set<String> known;
  private final Map<Character, Set<String>> targets;

  /**
   * A spelling.
   *
   * @param english words that are never changed
   * @param subject words that misspelt ones may be taken for
   */
  public SpellingCorrector(Set<String> english, Collection<String> subject) {
    this.english = Set.copyOf(english);
    this.known = Set.copyOf(subject);
    this.targets =
        known.stream()
            .filter(
                word ->
                    word.length() >= SHORTEST && word.chars().allMatch(SpellingCorrector::isLatin))
            .collect(
                Collectors.groupingBy(
                    word -> word.charAt(0), HashMap::new, Collectors.toCollection(TreeSet::new)));
  }

  private static boolean isLatin(int letter) {
    return letter >= 'a' && letter <= 'z';
  }

  public boolean knows(String word) {
    return english.contains(word) || known.contains(word) || inflected(word);
  }

  /** A known word with a common ending: no word list holds them all. */
  private boolean inflected(String word) {
    return ENDINGS.stream()
        .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST - 1)
        .anyMatch(ending -> inflected(word.substring(0, word.length() - ending.length()), ending));
  }

  /** "swears" and "making", but not "poped", which is to be "popped". */
  private boolean inflected(String stem, String ending) {
    boolean doubled = known.contains(stem + stem.charAt(stem.length() - 1) + ending);
    return !doubled && (english.contains(stem) || english.contains(stem + "e"));
  }

  /** The word itself, or the one of the subject that it was meant to be. */
  String repaired(String word) {
    if (word.length() < SHORTEST
        || knows(word)
        || !word.chars().allMatch(SpellingCorrector::isLatin)) {
      return word;
    }
    int most = word.length() >= LONG ? 2 : 1;
    String best = word;
    int fewest = most + 1;
    for (String target : targets.getOrDefault(word.charAt(0), Set.of())) {
      int away = distance(word, target, fewest);
      if (away < fewest) {
        fewest = away;
        best = target;
      }
    }
    return best;
  }

  /** Insertions, deletions, changes and swaps of neighbours; {@code limit} where it is no less. */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] older = new int[b.length() + 1];
    int[] old = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      old[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        row[j] = step(a, b, i, j, new int[][] {older, old, row});
      }
      int[] spare = older;
      older = old;
      old = row;
      row = spare;
    }
    return Math.min(limit, old[b.length()]);
  }

  private static int step(String a, String b, int i, int j, int[][] rows) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(Math.min(rows[1][j], rows[2][j - 1]) + 1, rows[1][j - 1] + change);
    boolean swap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swap ? Math.min(least, rows[0][j - 2] + 1) : least;
  }
}
