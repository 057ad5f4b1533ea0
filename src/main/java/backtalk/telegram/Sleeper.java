package backtalk.telegram;

import java.time.Duration;

/** Waits between two attempts. A test looks at the waits instead of sitting through them. */
@FunctionalInterface
public interface Sleeper {

  /** Waits that long; false when it is time to go. */
  boolean pause(Duration length);

  /** Whether what was begun before the wait is still this replica's to finish. */
  default boolean mayContinue() {
    return true;
  }
}
