package backtalk.harness.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Telegram's queue for a bot that polls: kept until confirmed. */
final class Updates {
  private final Deque<Update> pending = new ArrayDeque<>();
  private final List<Update> again = new ArrayList<>();

  void add(Update update) {
    pending.add(update);
  }

  /** Hands an update over once more, with the next batch. */
  void repeat(Update update) {
    again.add(update);
  }

  /** Forgets what lies below the offset, and gives it. */
  List<Update> confirm(long offset) {
    List<Update> confirmed = new ArrayList<>();
    while (!pending.isEmpty() && pending.getFirst().id() < offset) {
      confirmed.add(pending.removeFirst());
    }
    return confirmed;
  }

  /** The oldest so many; the repeated ones come on top. */
  List<Update> batch(int most) {
    List<Update> batch = new ArrayList<>(again);
    again.clear();
    pending.stream().limit(most).forEach(batch::add);
    return batch;
  }

  int size() {
    return pending.size();
  }

  boolean any() {
    return !pending.isEmpty() || !again.isEmpty();
  }
}
