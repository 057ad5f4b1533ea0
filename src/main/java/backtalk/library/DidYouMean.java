package backtalk.library;

import java.util.Collection;
import java.util.stream.Collectors;

/** The fix for a name that is not there. */
final class DidYouMean {
  private static final int FEW = 9;

  private DidYouMean() {}

  /** Names the nearest, or else all if they are few, or else says {@code otherwise}. */
  static String oneOf(Collection<String> names, String word, String otherwise) {
    return Nearest.to(word, names).map(name -> "Did you mean '" + name + "'?").orElse(otherwise);
  }

  /** Names the nearest, or else all if they are few. */
  static String oneOf(Collection<String> names, String word) {
    String all = names.stream().collect(Collectors.joining(", ", "Use one of: ", "."));
    return oneOf(names, word, names.size() > FEW ? "Use one that is defined." : all);
  }
}
