package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.ExponentialBackoff;
import java.time.Duration;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** Computes the wait after a failed poll: the one that Telegram asks for, or else a growing one. */
public final class PollBackoff implements BackOff {

  private final ConnectionStatus status;
  private final ExponentialBackoff backoff =
      new ExponentialBackoff(Duration.ofMillis(500), Duration.ofSeconds(15));

  public PollBackoff(ConnectionStatus status) {
    this.status = status;
  }

  @Override
  public void reset() {
    backoff.reset();
  }

  @Override
  public long nextBackOffMillis() {
    return status.takeWait().orElseGet(backoff::next).toMillis();
  }
}
