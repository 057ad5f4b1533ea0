package backtalk.dialogue;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds the answers that one update has replaced, so that "back" can restore them. An answer is
 * empty when the fact was unknown before. They are sorted, so that every process restores them in
 * the same order.
 */
public record UndoEntry(Map<String, Optional<FactValue>> before) {

  public UndoEntry {
    before = Collections.unmodifiableMap(new TreeMap<>(before));
  }
}
