package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.StoreUnavailableException;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a turn until it is committed. While the store fails, there is no limit. A turn that fails
 * by itself is given up, so that one update cannot stop the bot.
 */
public final class TurnRetry {

  private static final Logger LOG = LoggerFactory.getLogger(TurnRetry.class);
  private static final int MAX_ATTEMPTS = 5;
  private static final Duration FIRST_DELAY = Duration.ofMillis(200);
  private static final Duration MAX_DELAY = Duration.ofSeconds(10);

  private final DialogueStore store;
  private final Sleeper sleeper;
  private final InstantSource clock;

  public TurnRetry(DialogueStore store, Sleeper sleeper, InstantSource clock) {
    this.store = store;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  /** Describes the result of a turn. */
  sealed interface Result<T> {
    /** The turn is committed. */
    record Committed<T>(T result) implements Result<T> {}

    /** The turn fails although the store works, and would fail for ever. */
    record GivenUp<T>() implements Result<T> {}

    /** The stop came first, and nothing is stored. */
    record Stopped<T>() implements Result<T> {}
  }

  /**
   * Repeats the turn of a chat.
   *
   * @param onLate runs once, after the fifth failure of a turn that is tried on
   */
  <T> Result<T> run(ChatId chat, long update, Supplier<T> turn, Runnable onLate) {
    return runWithRetries(chat, update, turn, onLate, MAX_ATTEMPTS);
  }

  /** Repeats the turn of a chat, and gives it up at its first failure while the store works. */
  <T> Result<T> runOnce(ChatId chat, long update, Supplier<T> turn) {
    return runWithRetries(chat, update, turn, () -> {}, 1);
  }

  private <T> Result<T> runWithRetries(
      ChatId chat, long update, Supplier<T> turn, Runnable onLate, int maxTurnFailures) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST_DELAY, MAX_DELAY);
    int turnFailures = 0;
    for (int failures = 1; ; failures++) {
      Attempt<T> attempt = attempt(update, turn);
      if (attempt.result().isPresent()) {
        return new Result.Committed<>(attempt.result().get());
      }
      turnFailures = !attempt.storeFails() && storeWorks(chat) ? turnFailures + 1 : 0;
      if (turnFailures == maxTurnFailures) {
        LOG.error("update={} given up: its turn fails although the store works", update);
        return new Result.GivenUp<>();
      }
      if (failures == MAX_ATTEMPTS) {
        onLate.run();
      }
      if (!sleeper.pause(backoff.next())) {
        return new Result.Stopped<>();
      }
    }
  }

  /**
   * Holds the result of one attempt.
   *
   * @param result empty if nothing was stored
   * @param storeFails true if the store reports that it caused the failure
   */
  private record Attempt<T>(Optional<T> result, boolean storeFails) {}

  private static <T> Attempt<T> attempt(long update, Supplier<T> turn) {
    try {
      return new Attempt<>(Optional.of(turn.get()), false);
    } catch (RuntimeException | Error failure) {
      LOG.warn("update={} is not committed yet: {}", update, LogRedaction.of(failure));
      return new Attempt<>(
          Optional.empty(),
          failure instanceof StoreUnavailableException unavailable && !unavailable.isOfCall());
    }
  }

  /**
   * Probes the store by writing that the chat can be written to, which is known from its message.
   * On a full disk that may succeed where a turn fails.
   */
  private boolean storeWorks(ChatId chat) {
    try {
      store.reachable(chat, true, clock.instant());
      return true;
    } catch (RuntimeException | Error storeFails) {
      return false;
    }
  }
}
