package backtalk.loader;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody may have meant, by the number of letters that differ. */
public final class ClosestName {
  private ClosestName() {}

  /** The nearest of the names, if it is near enough for a slip of the fingers. */
  public static Optional<String> to(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(word, name) <= slips(word))
        .min(Comparator.comparingInt(name -> distance(word, name)));
  }

  private static int slips(String word) {
    return Math.clamp(word.length() / 3, 1, 4);
  }

  /** Letters to add, drop, change or swap with their neighbour to make one word of the other. */
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
