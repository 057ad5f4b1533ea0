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
  private static final int TRIES = 5;
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int MOST_CHATS = 10_000;
  private static final Duration FAILING = Duration.ofMinutes(1);

  private final DialogueStore dialogues;
  private final Sleeper sleeper;
  private final InstantSource clock;

  /** Chats whose turn failed by itself lately: their next updates do not hold up all polls. */
  private final Cache<ChatId, Boolean> failingChats =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MOST_CHATS)
          .expireAfterWrite(FAILING)
          .build();

  public TurnRetry(DialogueStore dialogues, Sleeper sleeper, InstantSource clock) {
    this.dialogues = dialogues;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface End<T> {
    /** Kept. */
    record Kept<T>(T result) implements End<T> {}

    /** It fails although the store works: it would fail for ever. */
    record GivenUp<T>() implements End<T> {}

    /** It was time to go; nothing is kept. */
    record Stopped<T>() implements End<T> {}
  }

  /**
   * Takes one turn of a chat. It is given up after five failures of its own, or after the first
   * where another turn of the chat was given up within the last minute.
   *
   * @param late runs once, after the fifth failure of a turn that is tried on
   */
  <T> End<T> take(ChatId chat, long update, Supplier<T> turn, Runnable late) {
    boolean failing = failingChats.getIfPresent(chat) != null;
    return persist(chat, update, turn, late, failing ? 1 : TRIES);
  }

  /** The same, given up after its first failure while the store works. */
  <T> End<T> takeOnce(ChatId chat, long update, Supplier<T> turn) {
    return persist(chat, update, turn, () -> {}, 1);
  }

  private <T> End<T> persist(
      ChatId chat, long update, Supplier<T> turn, Runnable late, int ownFailures) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST, LONGEST);
    int own = 0;
    for (int failures = 1; ; failures++) {
      Attempt<T> attempt = attempt(update, turn);
      if (attempt.kept().isPresent()) {
        return new End.Kept<>(attempt.kept().get());
      }
      own = !attempt.storeFails() && storeTakes(chat) ? own + 1 : 0;
      if (own == ownFailures) {
        LOG.error("update={} given up: its turn fails although the store works", update);
        failingChats.put(chat, true);
        return new End.GivenUp<>();
      }
      if (failures == TRIES) {
        report(update, late);
      }
      if (!sleeper.pause(backoff.next())) {
        return new End.Stopped<>();
      }
    }
  }

  /** Reports a late turn; a failure of the report must not end the turn, which is tried on. */
  private static void report(long update, Runnable late) {
    try {
      late.run();
    } catch (RuntimeException | Error mistake) {
      LOG.error("update={} is late and not told so: {}", update, LogRedaction.of(mistake));
    }
  }

  /** One attempt; where nothing was kept, whether the store says that it is the cause. */
  private record Attempt<T>(Optional<T> kept, boolean storeFails) {}

  private static <T> Attempt<T> attempt(long update, Supplier<T> turn) {
    try {
      return new Attempt<>(Optional.of(turn.get()), false);
    } catch (RuntimeException | Error failure) {
      LOG.warn("update={} is not kept yet: {}", update, LogRedaction.of(failure));
      return new Attempt<>(
          Optional.empty(),
          failure instanceof StoreUnavailableException store && !store.isOfCall());
    }
  }

  /**
   * Writes what is known anyway: who just wrote can be written to. On a full disk that may succeed
   * where a turn fails.
   */
  private boolean storeTakes(ChatId chat) {
    try {
      dialogues.reachable(chat, true, clock.instant());
      return true;
    } catch (RuntimeException | Error storeFails) {
      return false;
    }
  }
}
