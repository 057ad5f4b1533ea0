package backtalk.telegram.inbound;

import backtalk.telegram.LogRedaction;
import backtalk.telegram.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Queues batches of polled updates, and waits a short time until all are handled. An update that
 * takes longer must not delay others: the next poll leaves it unacknowledged. This class never
 * fails, because that would silently end the library's polling.
 */
public final class UpdateBatchConsumer implements LongPollingUpdateConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateBatchConsumer.class);

  private static final Duration MAX_WAIT = Duration.ofSeconds(2);

  private final ChatQueues queues;
  private final OffsetTracker offsetTracker;
  private final StopSignal stop;
  private final Semaphore busy = new Semaphore(1);

  public UpdateBatchConsumer(ChatQueues queues, OffsetTracker offsetTracker, StopSignal stop) {
    this.queues = queues;
    this.offsetTracker = offsetTracker;
    this.stop = stop;
  }

  @Override
  public void consume(List<Update> updates) {
    if (stop.isGiven()) {
      return;
    }
    busy.acquireUninterruptibly();
    try {
      offsetTracker.add(updates.stream().map(Update::getUpdateId).toList());
      CompletableFuture.allOf(enqueue(updates).toArray(CompletableFuture<?>[]::new))
          .get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.debug(
          "a batch of updates is not committed yet: polling goes on without acknowledging it");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException | Error mistake) {
      LOG.error("a batch of updates failed: {}", LogRedaction.of(mistake));
    } finally {
      busy.release();
    }
  }

  private List<CompletableFuture<Boolean>> enqueue(List<Update> updates)
      throws InterruptedException {
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (Update update : updates) {
      all.add(queues.put(update).thenApply(handled -> trackHandled(update, handled)));
    }
    return all;
  }

  private boolean trackHandled(Update update, boolean handled) {
    if (handled) {
      offsetTracker.handled(update.getUpdateId());
    }
    return handled;
  }

  /**
   * Returns the first update that the next poll requests. An update that is not handled comes
   * again, and is recognised.
   */
  int nextOffset(int last) {
    return Math.min(offsetTracker.firstUnhandled().orElse(last + 1), last + 1);
  }

  /** Does nothing, because the library calls it at the end of each session. */
  @Override
  public void close() {}

  /** Returns true while a batch is being handled. */
  boolean isBusy() {
    return busy.availablePermits() == 0;
  }

  /** Waits for the end of the current batch. To be called after the stop. */
  void awaitEnd(Duration atMost) {
    try {
      if (!busy.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("a batch of updates is left to the next start");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
