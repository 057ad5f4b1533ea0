package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.StoreUnavailableException;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.Sleeper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
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
  private static final Duration MAX_DELAY = Duration.ofSeconds(10);
  private static final Duration FAILING_CHAT = Duration.ofMinutes(1);
  private static final int MAX_CHATS = 10_000;

  private final DialogueStore store;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final Duration firstDelay;

  /** Holds the chats whose turn failed by itself lately; their next ones must not delay others. */
  private final Cache<ChatId, Boolean> failingChats =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MAX_CHATS)
          .expireAfterWrite(FAILING_CHAT)
          .build();

  /** Creates retries that begin with this delay; each later one is twice as long. */
  public TurnRetry(DialogueStore store, Sleeper sleeper, InstantSource clock, Duration firstDelay) {
    this.firstDelay = firstDelay;
    this.store = store;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  sealed interface Result<T> {
    record Committed<T>(T result) implements Result<T> {}

    /** The turn fails although the store works, and would fail for ever. */
    record GivenUp<T>() implements Result<T> {}

    /** The stop came first, and nothing is stored. */
    record Stopped<T>() implements Result<T> {}
  }

  /**
   * Repeats the turn of a chat. It is given up after five failures of its own, or after the first
   * one if another turn of the chat was given up within the last minute.
   *
   * @param onLate runs once, after the fifth failure of a turn that is tried on
   */
  <T> Result<T> run(ChatId chat, long update, Supplier<T> turn, Runnable onLate) {
    boolean failing = failingChats.getIfPresent(chat) != null;
    return runWithRetries(chat, update, turn, onLate, failing ? 1 : MAX_ATTEMPTS);
  }

  /** Repeats the turn of a chat, and gives it up at its first failure while the store works. */
  <T> Result<T> runOnce(ChatId chat, long update, Supplier<T> turn) {
    return runWithRetries(chat, update, turn, () -> {}, 1);
  }

  private <T> Result<T> runWithRetries(
      ChatId chat, long update, Supplier<T> turn, Runnable onLate, int maxTurnFailures) {
    ExponentialBackoff backoff = new ExponentialBackoff(firstDelay, MAX_DELAY);
    int turnFailures = 0;
    for (int failures = 1; ; failures++) {
      try {
        return new Result.Committed<>(turn.get());
      } catch (RuntimeException | Error failure) {
        LOG.warn("update={} is not committed yet: {}", update, LogRedaction.of(failure));
        turnFailures = isOfStore(failure) || !storeWorks(chat) ? 0 : turnFailures + 1;
      }
      if (turnFailures == maxTurnFailures) {
        LOG.error("update={} given up: its turn fails although the store works", update);
        failingChats.put(chat, true);
        return new Result.GivenUp<>();
      }
      if (failures == MAX_ATTEMPTS) {
        report(update, onLate);
      }
      if (!sleeper.pause(backoff.next())) {
        return new Result.Stopped<>();
      }
    }
  }

  /** Reports a late turn. A failure of the report does not end the turn, which is tried on. */
  private static void report(long update, Runnable onLate) {
    try {
      onLate.run();
    } catch (RuntimeException | Error failure) {
      LOG.error("update={} is late, and the report fails: {}", update, LogRedaction.of(failure));
    }
  }

  /** Returns true if the store reports that it caused the failure. */
  private static boolean isOfStore(Throwable failure) {
    return failure instanceof StoreUnavailableException unavailable && !unavailable.isOfCall();
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
