package backtalk.telegram.outbound;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tracks which messages are queued, since when, and how many of them were recovered. */
final class QueuedMessages {

  /** Holds the moment at which each message was queued, the oldest first. */
  private final Map<OutboxKey, Long> enqueuedAt = new LinkedHashMap<>();

  private int recoveredCount;

  /** Adds a message; returns false if it is queued already. */
  boolean add(OutboxKey key, boolean recovered) {
    boolean added = enqueuedAt.putIfAbsent(key, System.nanoTime()) == null;
    recoveredCount += added && recovered ? 1 : 0;
    return added;
  }

  void remove(OutboxKey key, boolean recovered) {
    enqueuedAt.remove(key);
    recoveredCount -= recovered ? 1 : 0;
  }

  boolean contains(OutboxKey key) {
    return enqueuedAt.containsKey(key);
  }

  int size() {
    return enqueuedAt.size();
  }

  /** Returns the number of messages that were not recovered. */
  int newCount() {
    return enqueuedAt.size() - recoveredCount;
  }

  /** Returns the age of the oldest message; zero if there is none. */
  Duration oldest() {
    return enqueuedAt.values().stream()
        .findFirst()
        .map(then -> Duration.ofNanos(System.nanoTime() - then))
        .orElse(Duration.ZERO);
  }
}
