package backtalk.conversation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What became of facts that earlier versions of a conversation had.
 *
 * @param renamed id then, to id now (or to one that was renamed later)
 * @param retired ids that were given up: what was told of them no longer counts
 */
public record FactRenames(Map<String, String> renamed, Set<String> retired) {

  /** Nothing was ever renamed or given up. */
  public static final FactRenames NONE = new FactRenames(Map.of(), Set.of());

  public FactRenames {
    renamed = Map.copyOf(renamed);
    retired = Set.copyOf(retired);
  }

  /** What a fact is called now; the same id where it was never renamed. */
  public String now(String fact) {
    Set<String> seen = new HashSet<>();
    String now = fact;
    while (renamed.containsKey(now) && seen.add(now)) {
      now = renamed.getOrDefault(now, now);
    }
    return now;
  }
}
