package backtalk.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tracks the connection with Telegram: the time of its last answer, and the present trouble. Each
 * change is logged once.
 */
public final class ConnectionStatus {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionStatus.class);

  private final CountDownLatch tokenRefused = new CountDownLatch(1);

  private final LongSupplier nanos;
  private long answeredAt;
  private long polledAt;
  private long healthyAt;
  private Optional<String> trouble = Optional.empty();
  private Optional<Duration> wait = Optional.empty();

  public ConnectionStatus(LongSupplier nanos) {
    this.nanos = nanos;
    this.answeredAt = nanos.getAsLong();
    this.polledAt = answeredAt;
    this.healthyAt = answeredAt;
  }

  /** Records a successful poll. */
  public synchronized void polled() {
    polledAt = nanos.getAsLong();
    trouble.ifPresent(previous -> LOG.info("Telegram is polled again"));
    markHealthy();
  }

  /**
   * Records that another replica has the duty to receive updates, so that the silence here is no
   * trouble.
   */
  public synchronized void onStandby() {
    markHealthy();
  }

  private void markHealthy() {
    healthyAt = nanos.getAsLong();
    trouble = Optional.empty();
    answered();
  }

  /** Records any answer of Telegram, a refusal included. */
  public synchronized void answered() {
    answeredAt = nanos.getAsLong();
  }

  /**
   * Records trouble, and logs it unless it is the same as before.
   *
   * @param line one line for the operator
   */
  public synchronized void reportTrouble(String line) {
    if (!trouble.equals(Optional.of(line))) {
      LOG.warn(line);
    }
    trouble = Optional.of(line);
  }

  /**
   * Records that Telegram refuses the token, after which the bot has to end.
   *
   * @param code the error code of the refusal
   */
  public void reportRefusedToken(int code) {
    String line =
        "Telegram refuses the bot token (%d): it was revoked, or is not whole; get it from @BotFather"
            .formatted(code);
    if (tokenRefused.getCount() > 0) {
      LOG.error(line);
      setTrouble(line);
    }
    tokenRefused.countDown();
  }

  public boolean isTokenRefused() {
    return tokenRefused.getCount() == 0;
  }

  /** Records the wait that Telegram asks for before the next poll. */
  public synchronized void requestWait(Duration length) {
    wait = Optional.of(length);
  }

  /** Returns the wait that Telegram asked for, and forgets it. */
  public synchronized Optional<Duration> takeWait() {
    Optional<Duration> asked = wait;
    wait = Optional.empty();
    return asked;
  }

  /** Returns the time since the last answer of Telegram. */
  public synchronized Duration timeSinceAnswer() {
    return since(answeredAt);
  }

  /** Returns the time since the last successful poll of this replica, or since its start. */
  synchronized Duration pollAge() {
    return since(polledAt);
  }

  /** Returns the time since the last successful poll or standby, or since the start. */
  synchronized Duration timeSinceHealthy() {
    return since(healthyAt);
  }

  private Duration since(long then) {
    return Duration.ofNanos(nanos.getAsLong() - then);
  }

  /** Returns the present trouble in one line; empty while all is well. */
  public synchronized Optional<String> trouble() {
    return trouble;
  }

  private synchronized void setTrouble(String line) {
    trouble = Optional.of(line);
  }
}
