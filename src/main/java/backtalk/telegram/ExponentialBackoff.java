package backtalk.telegram;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing waits: doubled from one to the next up to a cap, and spread so that nobody marches. */
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

  /** The next wait: between three quarters of it and all of it. */
  public synchronized Duration next() {
    long doubled = first.toMillis() << Math.min(steps++, MAX_DOUBLINGS);
    long millis = Math.min(doubled, cap.toMillis());
    double share = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis(Math.round(millis * share));
  }

  /** Begins with the first wait again. */
  public synchronized void reset() {
    steps = 0;
  }
}
