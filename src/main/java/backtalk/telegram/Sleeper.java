package backtalk.telegram;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Waits between two attempts. A test replaces it, so that it need not wait. */
@FunctionalInterface
public interface Sleeper {

  /**
   * Waits that long.
   *
   * @return false if the stop came meanwhile
   */
  boolean pause(Duration length);

  /** Returns a sleeper that refuses each wait with which all of its waits exceed {@code most}. */
  default Sleeper limitedTo(Duration most) {
    AtomicReference<Duration> left = new AtomicReference<>(most);
    return length -> !left.accumulateAndGet(length, Duration::minus).isNegative() && pause(length);
  }
}
