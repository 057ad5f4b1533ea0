package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.ExponentialBackoff;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** Computes the wait after a failed poll: the one that Telegram asks for, or else a growing one. */
public final class PollBackoff implements BackOff {

  private final ConnectionStatus status;
  private final ExponentialBackoff backoff;

  public PollBackoff(ConnectionStatus status, ExponentialBackoff backoff) {
    this.status = status;
    this.backoff = backoff;
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
