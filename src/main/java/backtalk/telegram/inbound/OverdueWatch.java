package backtalk.telegram.inbound;

import backtalk.telegram.LogRedaction;
import backtalk.telegram.Sleeper;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Reports each update whose turn takes too long, also if a call of the store hangs or the turn
 * waits behind others that hang.
 *
 * @param overdueHandler handles the updates that are reported
 * @param nanos the monotonic clock of the queues
 */
public record OverdueWatch(
    ChatQueues queues, Consumer<Update> overdueHandler, Sleeper sleeper, LongSupplier nanos)
    implements Runnable {

  /** The time after which a person is told that the reply is late. */
  public static final Duration OVERDUE_AFTER = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);
  private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);

  /**
   * The gap between two checks that shows that the process was frozen. Meanwhile another replica
   * may have replied.
   */
  private static final long FROZEN_NANOS = 3_000_000_000L;

  private static final int CHECKS_SKIPPED_AFTER_FREEZE = 8;

  /** Watches on a thread of its own until the stop. */
  public void start() {
    Thread.ofPlatform().daemon().name("telegram-overdue").start(this);
  }

  /**
   * Checks at an interval. After a freeze it skips a few checks, so that the process can find out
   * which updates were answered meanwhile.
   */
  @Override
  public void run() {
    long last = nanos.getAsLong();
    int skip = 0;
    while (sleeper.pause(CHECK_INTERVAL)) {
      long now = nanos.getAsLong();
      skip = now - last > FROZEN_NANOS ? CHECKS_SKIPPED_AFTER_FREEZE : Math.max(0, skip - 1);
      last = now;
      if (skip == 0) {
        queues.overdue(OVERDUE_AFTER).forEach(this::report);
      }
    }
  }

  private void report(Update update) {
    try {
      overdueHandler.accept(update);
    } catch (RuntimeException | Error mistake) {
      LOG.error(
          "update={} is late and its fallback failed: {}",
          update.getUpdateId(),
          LogRedaction.of(mistake));
    }
  }
}
