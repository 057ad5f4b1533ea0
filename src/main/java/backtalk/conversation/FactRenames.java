package backtalk.conversation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Maps the facts of earlier conversation versions to those of today.
 *
 * @param renamed old id to new id, which may itself have been renamed later
 * @param retired ids that were removed: their answers no longer count
 */
public record FactRenames(Map<String, String> renamed, Set<String> retired) {

  /** Renames and removes nothing. */
  public static final FactRenames NONE = new FactRenames(Map.of(), Set.of());

  public FactRenames {
    renamed = Map.copyOf(renamed);
    retired = Set.copyOf(retired);
  }

  /** Returns the current id of a fact; the same id when it was never renamed. */
  public String now(String fact) {
    Set<String> seen = new HashSet<>();
    String now = fact;
    while (renamed.containsKey(now) && seen.add(now)) {
      now = renamed.getOrDefault(now, now);
    }
    return now;
  }
}
