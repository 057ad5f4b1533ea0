package backtalk.dialogue;

import java.util.Map;
import java.util.Optional;

/** What one telling replaced, so that "back" can put it back: empty where the fact was unknown. */
public record UndoEntry(Map<String, Optional<FactValue>> before) {

  public UndoEntry {
    before = Map.copyOf(before);
  }
}
