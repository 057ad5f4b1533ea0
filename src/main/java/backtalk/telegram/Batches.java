package backtalk.telegram;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes batches of updates whole: those of one chat in order, chats beside each other. It comes
 * back when all are kept, because the next poll tells Telegram to forget them; and it never fails,
 * because that would silently end the library's polling.
 */
final class Batches implements LongPollingUpdateConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
  private static final int LANES = 32;

  private final Predicate<Update> reception;
  private final Progress progress;
  private final Stop stop;
  private final ExecutorService lanes = Threads.pool("telegram-lane", LANES);
  private final Semaphore busy = new Semaphore(1);

  /** Batches for a {@code reception} that is false when it was time to go. */
  Batches(Predicate<Update> reception, Progress progress, Stop stop) {
    this.reception = reception;
    this.progress = progress;
    this.stop = stop;
  }

  @Override
  public void consume(List<Update> updates) {
    if (stop.isGiven()) {
      return;
    }
    busy.acquireUninterruptibly();
    try {
      progress.begin(updates.stream().map(Update::getUpdateId).toList());
      lanes.invokeAll(byChat(updates));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error mistake) {
      LOG.error("a batch of updates failed: {}", Disguise.of(mistake));
    } finally {
      busy.release();
    }
  }

  /** Does nothing: sessions come and go, and call this each time. */
  @Override
  public void close() {}

  /** Whether a batch is being taken at this moment. */
  boolean isBusy() {
    return busy.availablePermits() == 0;
  }

  /** Waits for the end of the current batch, at most so long; to be called after the stop. */
  void awaitEnd(Duration atMost) {
    try {
      if (!busy.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("updates in hand are left to the next start");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    lanes.shutdownNow();
  }

  private List<Callable<Void>> byChat(List<Update> updates) {
    Map<Long, List<Update>> chats =
        updates.stream()
            .collect(
                Collectors.groupingBy(Updates::chatOf, LinkedHashMap::new, Collectors.toList()));
    return chats.values().stream().map(this::oneAfterTheOther).toList();
  }

  private Callable<Void> oneAfterTheOther(List<Update> ofOneChat) {
    return () -> {
      ofOneChat.stream().takeWhile(update -> !stop.isGiven() && taken(update)).forEach(done -> {});
      return null;
    };
  }

  private boolean taken(Update update) {
    boolean done = received(update);
    if (done) {
      progress.done(update.getUpdateId());
    }
    return done;
  }

  /** What could not even be read is given up, or it would come again for ever. */
  private boolean received(Update update) {
    try {
      return reception.test(update);
    } catch (RuntimeException | Error mistake) {
      LOG.error("update={} given up: {}", update.getUpdateId(), Disguise.of(mistake));
      return true;
    }
  }
}
