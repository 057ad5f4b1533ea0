package backtalk.dialogue;

import java.util.Map;
import java.util.Optional;

/**
 * Holds the answers that one update has replaced, so that "back" can restore them. An answer is
 * empty when the fact was unknown before.
 */
public record UndoEntry(Map<String, Optional<FactValue>> before) {

  public UndoEntry {
    before = Map.copyOf(before);
  }
}
