package backtalk.telegram;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Reports updates whose turn takes too long, each once: also where a call of the store hangs, or
 * where the turn has not begun because others hang.
 *
 * @param late takes what is reported
 */
record OverdueWatch(Lanes lanes, Consumer<Update> late, Rest rest) implements Runnable {

  /** How long a person waits before they are told that no answer comes yet. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Watches on a thread of its own until it is time to go. */
  void start() {
    Thread.ofPlatform().daemon().name("telegram-overdue").start(this);
  }

  @Override
  public void run() {
    while (rest.pause(LOOK)) {
      lanes.overdue(LONGEST).forEach(this::report);
    }
  }

  private void report(Update update) {
    try {
      late.accept(update);
    } catch (RuntimeException | Error mistake) {
      LOG.error(
          "update={} is late and not told so: {}", update.getUpdateId(), Disguise.of(mistake));
    }
  }
}
