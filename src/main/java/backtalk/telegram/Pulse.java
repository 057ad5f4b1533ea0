package backtalk.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the talk with Telegram goes: when it last answered, and what is wrong. One line for each
 * change.
 */
final class Pulse {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final InstantSource clock;
  private final CountDownLatch refused = new CountDownLatch(1);
  private final Instant begun;
  private Instant lastSign;
  private Optional<Instant> lastPoll = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private Optional<Duration> wait = Optional.empty();

  Pulse(InstantSource clock) {
    this.clock = clock;
    this.begun = clock.instant();
    this.lastSign = begun;
  }

  /** A poll brought a good answer, or there is nothing for this replica to ask. */
  synchronized void polled() {
    lastPoll = Optional.of(clock.instant());
    answered();
    trouble.ifPresent(over -> LOG.info("Telegram is polled again"));
    trouble = Optional.empty();
  }

  /** Telegram answered, be it a refusal. */
  synchronized void answered() {
    lastSign = clock.instant();
  }

  /** Something is wrong; it is said once, however often it happens in a row. */
  synchronized void troubled(String line) {
    if (!trouble.equals(Optional.of(line))) {
      LOG.warn(line);
    }
    trouble = Optional.of(line);
  }

  /** Telegram refuses the token: there is no use in going on. */
  void refused(int code) {
    String line =
        "Telegram refuses the bot token (%d): it was revoked, or is not whole; get it from @BotFather"
            .formatted(code);
    if (refused.getCount() > 0) {
      LOG.error(line);
      troubledQuietly(line);
    }
    refused.countDown();
  }

  boolean isRefused() {
    return refused.getCount() == 0;
  }

  /** Telegram asks to wait exactly so long. */
  synchronized void waitFor(Duration length) {
    wait = Optional.of(length);
  }

  /** Takes the wait that was asked for, once. */
  synchronized Optional<Duration> takeWait() {
    Optional<Duration> asked = wait;
    wait = Optional.empty();
    return asked;
  }

  /** How long Telegram has been silent. */
  synchronized Duration silence() {
    return Duration.between(lastSign, clock.instant());
  }

  /** When a poll last worked. */
  synchronized Optional<Instant> lastPoll() {
    return lastPoll;
  }

  /** How long ago a poll last worked, or the start was. */
  synchronized Duration pollAge() {
    return Duration.between(lastPoll.orElse(begun), clock.instant());
  }

  /** What is wrong now. */
  synchronized Optional<String> trouble() {
    return trouble;
  }

  private synchronized void troubledQuietly(String line) {
    trouble = Optional.of(line);
  }
}
