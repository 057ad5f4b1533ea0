package backtalk.telegram.inbound;

import backtalk.telegram.LogRedaction;
import backtalk.telegram.StopSignal;
import backtalk.telegram.ThreadFactories;
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
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates to their turns: those of one chat one after the other, messages and taps alike,
 * chats beside each other. What is in here is in memory only: whoever brought it must not
 * acknowledge it before it is taken.
 */
public final class ChatQueues {

  private static final Logger LOG = LoggerFactory.getLogger(ChatQueues.class);

  /**
   * Turns under way at once. On threads of the system's own, which share the processors evenly with
   * the few that carry all virtual threads: so turns come before the sending of what earlier ones
   * said, and the next poll does not wait for that.
   */
  private static final int AT_ONCE = 48;

  /** What one chat may have waiting; a batch of polled updates may all be of one chat. */
  static final int MOST_OF_A_CHAT = 100;

  private static final int MOST = 2_000;

  private final Function<Update, HandlingResult> reception;
  private final StopSignal stop;
  private final Executor threads = ThreadFactories.pool("telegram-lane", AT_ONCE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Long, Deque<Entry>> lanes = new HashMap<>();
  private final Map<Integer, Entry> inHand = new HashMap<>();
  private final LongSupplier nanos;
  private int waiting;

  /** An update, and whether it was taken in the end: not where it was time to go before. */
  private record Entry(
      Update update, CompletableFuture<Boolean> taken, long since, AtomicBoolean reported) {}

  /** Lanes to a {@code reception}. */
  ChatQueues(Function<Update, HandlingResult> reception, StopSignal stop) {
    this(reception, stop, System::nanoTime);
  }

  /** The same with another watch, in nanoseconds from any moment. */
  public ChatQueues(
      Function<Update, HandlingResult> reception, StopSignal stop, LongSupplier nanos) {
    this.reception = reception;
    this.stop = stop;
    this.nanos = nanos;
  }

  /** Brings an update; empty, and nothing done, where there is no room for it now. */
  Optional<CompletableFuture<Boolean>> offer(Update update) {
    long chat = UpdateParser.chatOf(update);
    lock.lock();
    try {
      return isInHand(update) || hasRoom(chat)
          ? Optional.of(enter(chat, update))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Brings an update, once there is room for it. */
  CompletableFuture<Boolean> put(Update update) throws InterruptedException {
    long chat = UpdateParser.chatOf(update);
    lock.lockInterruptibly();
    try {
      while (!isInHand(update) && !hasRoom(chat)) {
        changed.await();
      }
      return enter(chat, update);
    } finally {
      lock.unlock();
    }
  }

  /** Gives the updates that came so long ago and are not taken yet, each only once. */
  List<Update> overdue(Duration age) {
    long before = nanos.getAsLong() - age.toNanos();
    lock.lock();
    try {
      return inHand.values().stream()
          .filter(entry -> entry.since() - before <= 0 && !entry.taken().isDone())
          .filter(entry -> entry.reported().compareAndSet(false, true))
          .map(Entry::update)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is in hand, at most so long; false if that takes longer. */
  public boolean awaitEmpty(Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (waiting > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (waiting > 0) {
        LOG.warn("{} updates in hand are left to the next start", waiting);
      }
      return waiting == 0;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isInHand(Update update) {
    return inHand.containsKey(update.getUpdateId());
  }

  private boolean hasRoom(long chat) {
    Deque<Entry> lane = lanes.get(chat);
    return waiting < MOST && (lane == null || lane.size() < MOST_OF_A_CHAT);
  }

  /** An update that is in hand already is not taken a second time. */
  private CompletableFuture<Boolean> enter(long chat, Update update) {
    Entry known = inHand.get(update.getUpdateId());
    if (known != null) {
      return known.taken();
    }
    Entry entry =
        new Entry(update, new CompletableFuture<>(), nanos.getAsLong(), new AtomicBoolean());
    inHand.put(update.getUpdateId(), entry);
    Deque<Entry> lane = lanes.get(chat);
    waiting++;
    if (lane == null) {
      lanes.put(chat, new ArrayDeque<>(List.of(entry)));
      threads.execute(() -> takeNext(chat));
    } else {
      lane.add(entry);
    }
    return entry.taken();
  }

  /** Takes one, and queues behind the other chats for the next: nobody waits for a whole lane. */
  private void takeNext(long chat) {
    take(head(chat));
    if (leaveBehind(chat)) {
      threads.execute(() -> takeNext(chat));
    }
  }

  private void take(Entry entry) {
    try {
      HandlingResult result =
          stop.isGiven() ? HandlingResult.LEFT : reception.apply(entry.update());
      entry.taken().complete(result.kept());
      result.rest().run();
    } catch (RuntimeException | Error mistake) {
      // What could not even be read is given up, or it would come again for ever.
      LOG.error("update={} given up: {}", entry.update().getUpdateId(), LogRedaction.of(mistake));
      entry.taken().complete(true);
    }
  }

  private Entry head(long chat) {
    lock.lock();
    try {
      return lane(chat).element();
    } finally {
      lock.unlock();
    }
  }

  private Deque<Entry> lane(long chat) {
    return Objects.requireNonNull(lanes.get(chat));
  }

  /** Removes the one that was taken; false, and the lane is closed, after the last. */
  private boolean leaveBehind(long chat) {
    lock.lock();
    try {
      Deque<Entry> lane = lane(chat);
      inHand.remove(lane.remove().update().getUpdateId());
      waiting--;
      changed.signalAll();
      if (lane.isEmpty()) {
        lanes.remove(chat);
      }
      return !lane.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
