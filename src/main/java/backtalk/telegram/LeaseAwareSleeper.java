package backtalk.telegram;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits as a replica must: one that was frozen for long wakes up to find that others have taken
 * over what it was about to send again.
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
