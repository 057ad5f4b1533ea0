package backtalk.telegram;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits as a replica must: one that was frozen for long wakes up to find that others have taken
 * over what it was about to send again.
 */
record Watchful(Rest rest, BooleanSupplier isAlive) implements Rest {

  @Override
  public boolean pause(Duration length) {
    return rest.pause(length);
  }

  @Override
  public boolean mayGoOn() {
    return isAlive.getAsBoolean();
  }
}
