package backtalk.loader;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests the defined name closest to a misspelt one, by edit distance. */
public final class ClosestName {
  private static final int MAX_LISTED = 9;

  private ClosestName() {}

  /**
   * Returns the closest name, or empty when every name differs in more letters than a typo would.
   */
  public static Optional<String> to(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(word, name) <= allowedDistance(word))
        .min(Comparator.comparingInt(name -> distance(word, name)));
  }

  /** Suggests the closest name as a fix; {@code otherwise} when no name is close. */
  public static String suggestion(Collection<String> names, String word, String otherwise) {
    return to(word, names).map(name -> "Did you mean '" + name + "'?").orElse(otherwise);
  }

  /** Suggests the closest name, or all names when none is close and there are few. */
  public static String suggestion(Collection<String> names, String word) {
    String all = names.stream().collect(Collectors.joining(", ", "Use one of: ", "."));
    return suggestion(names, word, names.size() > MAX_LISTED ? "Use one that is defined." : all);
  }

  private static int allowedDistance(String word) {
    return Math.clamp(word.length() / 3, 1, 4);
  }

  /**
   * Counts the edits that turn one word into the other: a letter added, dropped or changed, or two
   * neighbours swapped (optimal string alignment distance).
   */
  static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int change = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    return swapped(from, to, i, j) ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
  }

  private static boolean swapped(String from, String to, int i, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
