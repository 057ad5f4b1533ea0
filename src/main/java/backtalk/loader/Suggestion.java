package backtalk.loader;

import java.util.Collection;
import java.util.stream.Collectors;

/** The fix for a name that is not there. */
public final class Suggestion {
  private static final int FEW = 9;

  private Suggestion() {}

  /** Names the nearest, or else all if they are few, or else says {@code otherwise}. */
  public static String oneOf(Collection<String> names, String word, String otherwise) {
    return ClosestName.to(word, names)
        .map(name -> "Did you mean '" + name + "'?")
        .orElse(otherwise);
  }

  /** Names the nearest, or else all if they are few. */
  public static String oneOf(Collection<String> names, String word) {
    String all = names.stream().collect(Collectors.joining(", ", "Use one of: ", "."));
    return oneOf(names, word, names.size() > FEW ? "Use one that is defined." : all);
  }
}
