package backtalk.telegram.inbound;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.TreeSet;

/** How far updates are taken: up to which number none is open. */
public final class OffsetTracker {

  private final TreeSet<Integer> open = new TreeSet<>();
  private int highest;

  /** Begins with more updates, by their numbers. */
  synchronized void begin(Collection<Integer> updates) {
    open.addAll(updates);
    highest = updates.stream().mapToInt(Integer::intValue).reduce(highest, Math::max);
  }

  /** One of them is taken, for good. */
  synchronized void handled(int update) {
    open.remove(update);
  }

  /** The first number that is not taken. */
  synchronized OptionalInt firstOpen() {
    return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.first());
  }

  /** The last number up to which everything is taken; empty before the first update. */
  public synchronized OptionalInt lastHandled() {
    if (highest == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(open.isEmpty() ? highest : open.first() - 1);
  }
}
