package backtalk.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Signals the stop, which also ends every wait. */
public final class StopSignal implements Sleeper {

  private final CountDownLatch given = new CountDownLatch(1);

  /** Gives the signal. A second call does nothing. */
  public void give() {
    given.countDown();
  }

  public boolean isGiven() {
    return given.getCount() == 0;
  }

  @Override
  public boolean pause(Duration length) {
    try {
      return !given.await(length.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
