package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogues;
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
final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final int TRIES = 5;
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Dialogues dialogues;
  private final Rest rest;
  private final InstantSource clock;

  Patience(Dialogues dialogues, Rest rest, InstantSource clock) {
    this.dialogues = dialogues;
    this.rest = rest;
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

  /** Takes one turn of a chat. */
  <T> End<T> take(ChatId chat, long update, Supplier<T> turn) {
    Steps steps = new Steps(FIRST, LONGEST);
    int ownFailures = 0;
    while (ownFailures < TRIES) {
      Optional<T> kept = attempt(update, turn);
      if (kept.isPresent()) {
        return new End.Kept<>(kept.get());
      }
      if (!rest.pause(steps.next())) {
        return new End.Stopped<>();
      }
      ownFailures += storeTakes(chat) ? 1 : 0;
    }
    LOG.error("update={} given up: its turn fails although the store works", update);
    return new End.GivenUp<>();
  }

  private static <T> Optional<T> attempt(long update, Supplier<T> turn) {
    try {
      return Optional.of(turn.get());
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.warn("update={} is not kept yet: {}", update, Disguise.of(failure));
      return Optional.empty();
    }
  }

  /** Writes what is known anyway: who just wrote can be written to. */
  private boolean storeTakes(ChatId chat) {
    try {
      dialogues.reachable(chat, true, clock.instant());
      return true;
    } catch (RuntimeException storeFails) {
      return false;
    }
  }
}
