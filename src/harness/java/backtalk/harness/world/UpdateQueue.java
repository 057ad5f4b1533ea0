package backtalk.harness.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Queues updates for a bot that polls, until they are confirmed. */
final class UpdateQueue {
  private final Deque<Update> pending = new ArrayDeque<>();
  private final List<Update> repeated = new ArrayList<>();

  void add(Update update) {
    pending.add(update);
  }

  /** Adds an update to the next batch once more. */
  void repeat(Update update) {
    repeated.add(update);
  }

  /** Removes and returns the updates below the offset. */
  List<Update> confirm(long offset) {
    List<Update> confirmed = new ArrayList<>();
    while (!pending.isEmpty() && pending.getFirst().id() < offset) {
      confirmed.add(pending.removeFirst());
    }
    return confirmed;
  }

  /** Returns the oldest updates, at most {@code max}, after all repeated ones. */
  List<Update> batch(int max) {
    List<Update> batch = new ArrayList<>(repeated);
    repeated.clear();
    pending.stream().limit(max).forEach(batch::add);
    return batch;
  }

  int size() {
    return pending.size();
  }

  boolean any() {
    return !pending.isEmpty() || !repeated.isEmpty();
  }
}
