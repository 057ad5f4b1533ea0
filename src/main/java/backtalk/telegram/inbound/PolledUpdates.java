package backtalk.telegram.inbound;

import backtalk.telegram.LogRedaction;
import backtalk.telegram.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
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
 * Queues polled updates, and tracks which are handled: a poll acknowledges an update only when it
 * and all before it are committed. This class never fails, because that would silently end the
 * library's polling.
 */
public final class PolledUpdates implements LongPollingUpdateConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(PolledUpdates.class);

  /**
   * The longest wait for the new updates of a batch. A poll at once would only return them again,
   * and after this time a slow one must not delay others.
   */
  private static final Duration MAX_WAIT = Duration.ofMillis(250);

  private final ChatQueues queues;
  private final StopSignal stop;
  private final Semaphore busy = new Semaphore(1);
  private final TreeSet<Integer> unhandled = new TreeSet<>();
  private int highest;
  private int requestedFrom;

  public PolledUpdates(ChatQueues queues, StopSignal stop) {
    this.queues = queues;
    this.stop = stop;
  }

  @Override
  public void consume(List<Update> updates) {
    if (stop.isGiven()) {
      return;
    }
    busy.acquireUninterruptibly();
    try {
      CompletableFuture.allOf(enqueue(updates).toArray(CompletableFuture<?>[]::new))
          .get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.debug("a batch is not committed yet: polling goes on without acknowledging it");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException | Error mistake) {
      LOG.error("a batch of updates failed: {}", LogRedaction.of(mistake));
    } finally {
      busy.release();
    }
  }

  /**
   * Queues the updates that are not handled yet, and returns the ends of the new ones. One that is
   * queued already stays where it is; one that a broken batch did not queue is queued now.
   */
  private List<CompletableFuture<Void>> enqueue(List<Update> updates) throws InterruptedException {
    Set<Integer> added = add(updates.stream().map(Update::getUpdateId).toList());
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (Update update : updates) {
      int id = update.getUpdateId();
      if (isUnhandled(id)) {
        CompletableFuture<Void> end = queues.put(update).thenAccept(handled -> track(id, handled));
        if (added.contains(id)) {
          ends.add(end);
        }
      }
    }
    return ends;
  }

  /** Adds a batch before any of it is queued, and returns what no earlier poll returned. */
  private synchronized Set<Integer> add(List<Integer> updates) {
    Set<Integer> added = new HashSet<>(updates);
    added.removeIf(update -> update >= requestedFrom && update <= highest);
    unhandled.addAll(added);
    highest = added.stream().reduce(highest, Math::max);
    return added;
  }

  private synchronized boolean isUnhandled(int update) {
    return unhandled.contains(update);
  }

  private synchronized void track(int update, boolean handled) {
    if (handled) {
      unhandled.remove(update);
    }
  }

  /**
   * Returns the first update that the next poll requests. Those before it are committed.
   *
   * @param last the last update that Telegram returned
   */
  synchronized int nextOffset(int last) {
    requestedFrom = unhandled.isEmpty() ? last + 1 : Math.min(unhandled.first(), last + 1);
    return requestedFrom;
  }

  /** Returns true while there are updates that are not handled yet. */
  synchronized boolean hasUnhandled() {
    return !unhandled.isEmpty();
  }

  /** Returns the last update up to which all are handled; empty before the first one. */
  synchronized OptionalInt lastHandled() {
    if (highest == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(unhandled.isEmpty() ? highest : unhandled.first() - 1);
  }

  /** Does nothing, because the library calls it at the end of each session. */
  @Override
  public void close() {}

  /** Returns true while a batch is being queued. */
  boolean isBusy() {
    return busy.availablePermits() == 0;
  }

  /** Waits for the end of the current batch. To be called after the stop. */
  void awaitEnd(Duration atMost) {
    try {
      if (!busy.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("a batch of updates is left to the next start");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
