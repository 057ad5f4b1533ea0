package backtalk.understanding.text;

/** Counts the letters by which two words differ. */
public final class EditDistance {
  private EditDistance() {}

  /**
   * Counts the edits that turn one word into the other: a letter added, dropped or changed, or two
   * neighbours swapped (Damerau-Levenshtein distance, optimal string alignment).
   */
  public static int of(String a, String b) {
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int cell(String a, String b, int i, int j, int[][] known) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(Math.min(known[i - 1][j], known[i][j - 1]) + 1, known[i - 1][j - 1] + change);
    boolean swap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swap ? Math.min(least, known[i - 2][j - 2] + 1) : least;
  }
}
