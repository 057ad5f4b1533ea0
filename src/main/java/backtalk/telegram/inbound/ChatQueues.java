package backtalk.telegram.inbound;

import backtalk.telegram.LogRedaction;
import backtalk.telegram.StopSignal;
import backtalk.telegram.ThreadFactories;
import backtalk.telegram.parsing.UpdateParser;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Queues updates for their turns: messages and taps of one chat run in order, and chats run
 * concurrently. The queues are in memory only, so the source of an update must not acknowledge it
 * before it is handled.
 */
public final class ChatQueues {

  private static final Logger LOG = LoggerFactory.getLogger(ChatQueues.class);

  /**
   * The most concurrent turns. They run on platform threads, which the operating system schedules
   * fairly with the carriers of the virtual threads, so the sending of earlier replies does not
   * delay them.
   */
  private static final int MAX_CONCURRENT = 48;

  /**
   * The most queued updates of one chat. A whole batch of polled updates may come from one chat.
   */
  static final int MAX_PER_CHAT = 100;

  private static final int MAX_UPDATES = 2_000;

  private final Predicate<Update> handler;
  private final StopSignal stop;
  private final Executor threads = ThreadFactories.pool("telegram-turn", MAX_CONCURRENT);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Long, Deque<Entry>> queues = new HashMap<>();
  private final Map<Integer, Entry> pending = new HashMap<>();
  private final LongSupplier nanos;
  private int pendingCount;

  /**
   * Holds a queued update.
   *
   * @param handled completes with true if the update was handled, and with false if the stop came
   *     first
   * @param since when it was queued, in nanoseconds
   */
  private record Entry(
      Update update, CompletableFuture<Boolean> handled, long since, AtomicBoolean reported) {}

  /**
   * Creates empty queues.
   *
   * @param handler runs the turn of an update; false if the stop came first
   * @param nanos a monotonic clock, in nanoseconds from any moment
   */
  public ChatQueues(Predicate<Update> handler, StopSignal stop, LongSupplier nanos) {
    this.handler = handler;
    this.stop = stop;
    this.nanos = nanos;
  }

  /**
   * Queues an update.
   *
   * @return empty if the queues are full and the update is not queued
   */
  Optional<CompletableFuture<Boolean>> offer(Update update) {
    long chat = UpdateParser.chatOf(update);
    return locked(
        () ->
            isPending(update) || hasCapacity(chat)
                ? Optional.of(enqueue(chat, update))
                : Optional.empty());
  }

  /** Queues an update, and waits while the queues are full. */
  public CompletableFuture<Boolean> put(Update update) throws InterruptedException {
    long chat = UpdateParser.chatOf(update);
    lock.lockInterruptibly();
    try {
      while (!isPending(update) && !hasCapacity(chat)) {
        changed.await();
      }
      return enqueue(chat, update);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the updates that were queued that long ago and are not handled yet, each only once. */
  List<Update> overdue(Duration age) {
    long before = nanos.getAsLong() - age.toNanos();
    return locked(
        () ->
            pending.values().stream()
                .filter(entry -> entry.since() - before <= 0 && !entry.handled().isDone())
                .filter(entry -> entry.reported().compareAndSet(false, true))
                .map(Entry::update)
                .toList());
  }

  /**
   * Waits until the queues are empty.
   *
   * @return false if that takes longer
   */
  public boolean awaitEmpty(Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (pendingCount > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (pendingCount > 0) {
        LOG.warn("{} updates are left to the next start", pendingCount);
      }
      return pendingCount == 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isPending(Update update) {
    return pending.containsKey(update.getUpdateId());
  }

  private boolean hasCapacity(long chat) {
    Deque<Entry> queue = queues.get(chat);
    return pendingCount < MAX_UPDATES && (queue == null || queue.size() < MAX_PER_CHAT);
  }

  /** Queues an update, unless the same update is queued already. */
  private CompletableFuture<Boolean> enqueue(long chat, Update update) {
    Entry known = pending.get(update.getUpdateId());
    if (known != null) {
      return known.handled();
    }
    Entry entry =
        new Entry(update, new CompletableFuture<>(), nanos.getAsLong(), new AtomicBoolean());
    pending.put(update.getUpdateId(), entry);
    Deque<Entry> queue = queues.get(chat);
    pendingCount++;
    if (queue == null) {
      queues.put(chat, new ArrayDeque<>(List.of(entry)));
      threads.execute(() -> handleNext(chat));
    } else {
      queue.add(entry);
    }
    return entry.handled();
  }

  /**
   * Handles one update, and then yields to other chats before the next: no chat waits for the whole
   * queue of another.
   */
  private void handleNext(long chat) {
    handle(locked(() -> queue(chat).element()));
    if (removeHead(chat)) {
      threads.execute(() -> handleNext(chat));
    }
  }

  private void handle(Entry entry) {
    try {
      entry.handled().complete(!stop.isGiven() && handler.test(entry.update()));
    } catch (RuntimeException | Error mistake) {
      // An update that cannot even be read is given up. Otherwise it would be sent again for ever.
      LOG.error("update={} given up: {}", entry.update().getUpdateId(), LogRedaction.of(mistake));
      entry.handled().complete(true);
    }
  }

  private Deque<Entry> queue(long chat) {
    return Objects.requireNonNull(queues.get(chat));
  }

  /**
   * Removes the update that was handled.
   *
   * @return false if it was the last, and the queue of the chat is closed
   */
  private boolean removeHead(long chat) {
    return locked(
        () -> {
          Deque<Entry> queue = queue(chat);
          pending.remove(queue.remove().update().getUpdateId());
          pendingCount--;
          changed.signalAll();
          if (queue.isEmpty()) {
            queues.remove(chat);
          }
          return !queue.isEmpty();
        });
  }

  private <T> T locked(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }
}
