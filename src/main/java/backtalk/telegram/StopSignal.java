package backtalk.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The signal to stop, which also ends every wait. */
public final class StopSignal implements Sleeper {

  private final CountDownLatch given = new CountDownLatch(1);

  /** Gives the signal; more than once does nothing. */
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
