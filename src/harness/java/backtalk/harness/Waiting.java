package backtalk.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits by polling a condition. */
final class Waiting {
  private Waiting() {}

  static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Waits until a condition holds; false where it does not hold within the time. */
  static boolean until(BooleanSupplier condition, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(Duration.ofMillis(20));
    }
    return true;
  }
}
