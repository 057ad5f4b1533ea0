package backtalk.loader;

import java.util.Collection;
import java.util.stream.Collectors;

/** Suggests a fix for an undefined name. */
public final class Suggestion {
  private static final int MAX_LISTED = 9;

  private Suggestion() {}

  /** Suggests the closest name; {@code otherwise} when no name is close. */
  public static String oneOf(Collection<String> names, String word, String otherwise) {
    return ClosestName.to(word, names)
        .map(name -> "Did you mean '" + name + "'?")
        .orElse(otherwise);
  }

  /** Suggests the closest name, or all names when none is close and there are few. */
  public static String oneOf(Collection<String> names, String word) {
    String all = names.stream().collect(Collectors.joining(", ", "Use one of: ", "."));
    return oneOf(names, word, names.size() > MAX_LISTED ? "Use one that is defined." : all);
  }
}
