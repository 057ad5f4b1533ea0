package backtalk.telegram;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Computes growing waits: each is twice the one before, up to a cap. Jitter keeps clients from
 * retrying together.
 */
public final class ExponentialBackoff {

  private static final int MAX_DOUBLINGS = 20;
  private static final double JITTER = 0.25;

  private final Duration first;
  private final Duration cap;
  private int steps;

  public ExponentialBackoff(Duration first, Duration cap) {
    this.first = first;
    this.cap = cap;
  }

  /** Returns the next wait, shortened at random by up to a quarter. */
  public synchronized Duration next() {
    long doubled = first.toMillis() << Math.min(steps++, MAX_DOUBLINGS);
    long millis = Math.min(doubled, cap.toMillis());
    double share = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis(Math.round(millis * share));
  }

  /** Starts again with the first wait. */
  public synchronized void reset() {
    steps = 0;
  }
}
