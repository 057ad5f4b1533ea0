package backtalk.telegram.inbound;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Tracks which polled updates are handled, to know up to which one all are. */
public final class OffsetTracker {

  private final TreeSet<Integer> unhandled = new TreeSet<>();
  private int highest;

  /** Adds updates by their ids. */
  synchronized void add(Collection<Integer> updates) {
    unhandled.addAll(updates);
    highest = updates.stream().mapToInt(Integer::intValue).reduce(highest, Math::max);
  }

  /** Marks an update as handled. */
  synchronized void handled(int update) {
    unhandled.remove(update);
  }

  /** Returns the first update that is not handled. */
  synchronized OptionalInt firstUnhandled() {
    return unhandled.isEmpty() ? OptionalInt.empty() : OptionalInt.of(unhandled.first());
  }

  /** Returns the last update up to which all are handled; empty before the first one. */
  public synchronized OptionalInt lastHandled() {
    if (highest == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(unhandled.isEmpty() ? highest : unhandled.first() - 1);
  }
}
