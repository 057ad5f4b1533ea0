package backtalk.telegram;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits, and then checks that this replica still owns its work.
 *
 * <p>A replica that was frozen for long may wake up after others have taken over the messages that
 * it was about to send.
 */
record LeaseAwareSleeper(Sleeper sleeper, BooleanSupplier isAlive) implements Sleeper {

  @Override
  public boolean pause(Duration length) {
    return sleeper.pause(length);
  }

  @Override
  public boolean mayContinue() {
    return isAlive.getAsBoolean();
  }
}
