package backtalk.telegram;

import java.time.Duration;

/** Waits between two attempts. A test replaces it, so that it need not wait. */
@FunctionalInterface
public interface Sleeper {

  /**
   * Waits that long.
   *
   * @return false if the stop came meanwhile
   */
  boolean pause(Duration length);
}
