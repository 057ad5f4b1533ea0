package backtalk.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the talk with Telegram goes: when it last answered, and what is wrong. One line for each
 * change.
 */
public final class ConnectionStatus {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionStatus.class);

  private final InstantSource clock;
  private final CountDownLatch refused = new CountDownLatch(1);

  private final LongSupplier nanos;
  private long answeredAt;
  private long polledAt;
  private long healthyAt;
  private Optional<Instant> lastPoll = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private Optional<Duration> wait = Optional.empty();

  public ConnectionStatus(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    this.answeredAt = nanos.getAsLong();
    this.polledAt = answeredAt;
    this.healthyAt = answeredAt;
  }

  /** A poll brought a good answer. */
  public synchronized void polled() {
    lastPoll = Optional.of(clock.instant());
    polledAt = nanos.getAsLong();
    trouble.ifPresent(over -> LOG.info("Telegram is polled again"));
    markHealthy();
  }

  /** Another replica polls: there is nothing for this one to ask. */
  public synchronized void onStandby() {
    markHealthy();
  }

  private void markHealthy() {
    healthyAt = nanos.getAsLong();
    trouble = Optional.empty();
    answered();
  }

  /** Telegram answered, be it a refusal. */
  public synchronized void answered() {
    answeredAt = nanos.getAsLong();
  }

  /** Something is wrong; it is said once, however often it happens in a row. */
  public synchronized void reportTrouble(String line) {
    if (!trouble.equals(Optional.of(line))) {
      LOG.warn(line);
    }
    trouble = Optional.of(line);
  }

  /** Telegram refuses the token: there is no use in going on. */
  public void reportRefusedToken(int code) {
    String line =
        "Telegram refuses the bot token (%d): it was revoked, or is not whole; get it from @BotFather"
            .formatted(code);
    if (refused.getCount() > 0) {
      LOG.error(line);
      setTrouble(line);
    }
    refused.countDown();
  }

  public boolean isTokenRefused() {
    return refused.getCount() == 0;
  }

  /** Telegram asks to wait exactly so long. */
  public synchronized void waitFor(Duration length) {
    wait = Optional.of(length);
  }

  /** Takes the wait that was asked for, once. */
  public synchronized Optional<Duration> takeWait() {
    Optional<Duration> asked = wait;
    wait = Optional.empty();
    return asked;
  }

  /** How long Telegram has been silent. */
  public synchronized Duration timeSinceAnswer() {
    return since(answeredAt);
  }

  /** When a poll last worked. */
  synchronized Optional<Instant> lastPoll() {
    return lastPoll;
  }

  /** How long ago a poll of this replica last worked, or its start was. */
  synchronized Duration pollAge() {
    return since(polledAt);
  }

  /** How long ago a poll last worked, or another replica was the one to poll, or the start was. */
  synchronized Duration timeSinceHealthy() {
    return since(healthyAt);
  }

  private Duration since(long then) {
    return Duration.ofNanos(nanos.getAsLong() - then);
  }

  /** What is wrong now. */
  public synchronized Optional<String> trouble() {
    return trouble;
  }

  private synchronized void setTrouble(String line) {
    trouble = Optional.of(line);
  }
}
