package backtalk.telegram;

import java.time.Duration;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** How long a failed poll waits: exactly as long as Telegram says, else growing steps. */
final class PollBackOff implements BackOff {

  private final Pulse pulse;
  private final Steps steps = new Steps(Duration.ofMillis(500), Duration.ofSeconds(15));

  PollBackOff(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public void reset() {
    steps.reset();
  }

  @Override
  public long nextBackOffMillis() {
    return pulse.takeWait().orElseGet(steps::next).toMillis();
  }
}
