package backtalk.loader;

import backtalk.understanding.text.EditDistance;
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
        .filter(name -> EditDistance.of(word, name) <= allowedDistance(word))
        .min(Comparator.comparingInt(name -> EditDistance.of(word, name)));
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
}
