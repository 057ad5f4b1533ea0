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
  private static final int TRIES = 5;
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final DialogueStore dialogues;
  private final Sleeper sleeper;
  private final InstantSource clock;

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
   * Takes one turn of a chat.
   *
   * @param late runs once, after the fifth failure of a turn that is tried on
   */
  <T> End<T> take(ChatId chat, long update, Supplier<T> turn, Runnable late) {
    return persist(chat, update, turn, late, TRIES);
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
        return new End.GivenUp<>();
      }
      if (failures == TRIES) {
        late.run();
      }
      if (!sleeper.pause(backoff.next())) {
        return new End.Stopped<>();
      }
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
