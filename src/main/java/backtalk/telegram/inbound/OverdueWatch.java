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
 * Reports updates whose turn takes too long, each once: also where a call of the store hangs, or
 * where the turn has not begun because others hang.
 */
public final class OverdueWatch implements Runnable {

  /** How long a person waits before they are told that no answer comes yet. */
  public static final Duration OVERDUE_AFTER = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);
  private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);

  /** After a gap of this length the process was frozen, and another may have answered. */
  private static final long FROZEN_NANOS = 3_000_000_000L;

  private static final int CHECKS_SKIPPED_AFTER_FREEZE = 8;

  private final ChatQueues queues;
  private final Consumer<Update> overdueHandler;
  private final Sleeper sleeper;
  private final LongSupplier nanos;

  /**
   * A watch that is not started.
   *
   * @param overdueHandler takes what is reported
   * @param nanos the same watch as the one of {@code lanes}
   */
  public OverdueWatch(
      ChatQueues queues, Consumer<Update> overdueHandler, Sleeper sleeper, LongSupplier nanos) {
    this.queues = queues;
    this.overdueHandler = overdueHandler;
    this.sleeper = sleeper;
    this.nanos = nanos;
  }

  /** Watches on a thread of its own until it is time to go. */
  public void start() {
    Thread.ofPlatform().daemon().name("telegram-overdue").start(this);
  }

  /** Leaves a process that was frozen the time to find out what was answered meanwhile. */
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
          "update={} is late and not told so: {}", update.getUpdateId(), LogRedaction.of(mistake));
    }
  }
}
