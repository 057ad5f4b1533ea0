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
 * Takes a turn until it is kept: as long as the store fails, it is tried again; a turn that fails
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

  /** How it ended. */
  sealed interface Result<T> {
    /** Kept. */
    record Committed<T>(T result) implements Result<T> {}

    /** It fails although the store works: it would fail for ever. */
    record GivenUp<T>() implements Result<T> {}

    /** It was time to go; nothing is kept. */
    record Stopped<T>() implements Result<T> {}
  }

  /**
   * Takes one turn of a chat.
   *
   * @param onLate runs once, after the fifth failure of a turn that is tried on
   */
  <T> Result<T> run(ChatId chat, long update, Supplier<T> turn, Runnable onLate) {
    return runWithRetries(chat, update, turn, onLate, MAX_ATTEMPTS);
  }

  /** The same, given up after its first failure while the store works. */
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

  /** One attempt; where nothing was kept, whether the store says that it is the cause. */
  private record Attempt<T>(Optional<T> result, boolean storeFails) {}

  private static <T> Attempt<T> attempt(long update, Supplier<T> turn) {
    try {
      return new Attempt<>(Optional.of(turn.get()), false);
    } catch (RuntimeException | Error failure) {
      LOG.warn("update={} is not kept yet: {}", update, LogRedaction.of(failure));
      return new Attempt<>(
          Optional.empty(),
          failure instanceof StoreUnavailableException unavailable && !unavailable.isOfCall());
    }
  }

  /**
   * Writes what is known anyway: who just wrote can be written to. On a full disk that may succeed
   * where a turn fails.
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
