package backtalk.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits by looking again and again. */
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

  /** False where it did not come about in that time. */
  static boolean until(BooleanSupplier happened, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(Duration.ofMillis(20));
    }
    return true;
  }
}
