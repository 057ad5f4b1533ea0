package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.LogRedaction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages on their way out: in order within a chat, chats beside each other. What is in here
 * is also in the store, so that nothing is lost with it.
 */
public final class SendQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SendQueue.class);

  /** Beyond so many of its own, whoever brings more waits; what was left behind does not count. */
  static final int MAX_MESSAGES = 10_000;

  /** Whatever takes longer than this is stuck: others are not kept waiting for it. */
  private static final long STUCK_AFTER_NANOS = 1_000_000_000;

  private final Sender sender;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ChatId, ChatQueue> queues = new HashMap<>();

  /** When each came in, the oldest first. */
  private final Map<OutboxKey, Long> enqueuedAt = new LinkedHashMap<>();

  /** How many of these were left behind. */
  private int recoveredCount;

  /** Chats whose queue was left at the stop: what is new of them is left to the next start too. */
  private final Set<ChatId> suspended = new HashSet<>();

  private boolean stopping;

  /** Sends one message; false when it is time to go. */
  @FunctionalInterface
  public interface Sender {
    /**
     * Sends it.
     *
     * @param recovered whether another run or replica left it behind
     * @param onDelay is told when the message is enqueuedAt back: nobody is to wait for it
     */
    boolean send(OutboxMessage message, boolean recovered, Runnable onDelay);
  }

  private record Entry(OutboxMessage message, boolean recovered) {}

  private record ChatQueue(Deque<Entry> messages, long startedAt) {}

  /** An outbox emptied by {@code sender}. */
  public SendQueue(Sender sender) {
    this.sender = sender;
  }

  /** Takes messages to be sent, in this order within each chat; those it holds are left out. */
  void add(List<OutboxMessage> messages) {
    add(messages, false);
  }

  /** The same for messages that another run or replica left behind. */
  void addRecovered(List<OutboxMessage> messages) {
    add(messages, true);
  }

  private void add(List<OutboxMessage> messages, boolean recovered) {
    locked(
        () -> {
          var unused =
              await(() -> enqueuedAt.size() - recoveredCount < MAX_MESSAGES, () -> Long.MAX_VALUE);
          messages.forEach(message -> add(new Entry(message, recovered)));
          return true;
        });
  }

  private void add(Entry entry) {
    ChatId chat = entry.message().chat();
    if (!suspended.contains(chat)
        && enqueuedAt.putIfAbsent(OutboxKey.of(entry.message()), System.nanoTime()) == null) {
      queues.computeIfAbsent(chat, this::open).messages().add(entry);
      recoveredCount += entry.recovered() ? 1 : 0;
    }
  }

  /** From now on nothing new of a chat overtakes what is left of it. */
  public void stopping() {
    locked(() -> stopping = true);
  }

  /** How many messages to this chat are on their way. */
  int pending(ChatId chat) {
    return locked(() -> queues.containsKey(chat) ? queue(chat).size() : 0);
  }

  boolean contains(OutboxKey key) {
    return locked(() -> enqueuedAt.containsKey(key));
  }

  /** How many messages are on their way. */
  public int size() {
    return locked(enqueuedAt::size);
  }

  /** How long the oldest message has been on its way; zero where there is none. */
  public Duration oldest() {
    long now = System.nanoTime();
    Optional<Long> since = locked(() -> enqueuedAt.values().stream().findFirst());
    return since.map(then -> Duration.ofNanos(now - then)).orElse(Duration.ZERO);
  }

  /** Waits until nothing is under way any more; false if that takes longer. */
  public boolean awaitEmpty(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    return locked(() -> await(queues::isEmpty, () -> end - System.nanoTime()));
  }

  /**
   * Waits for what a chat is being told at this moment: only when it is out, the store knows where
   * the open question stands. A queue that is stuck is not waited for.
   */
  void awaitDelivered(ChatId chat) {
    var unused = locked(() -> await(() -> !queues.containsKey(chat), () -> nanosUntilStuck(chat)));
  }

  private long nanosUntilStuck(ChatId chat) {
    ChatQueue queue = queues.get(chat);
    return queue == null ? 0 : queue.startedAt() + STUCK_AFTER_NANOS - System.nanoTime();
  }

  /** Waits until something is so, or no nanoseconds are left; whether it is so. Under the lock. */
  private boolean await(BooleanSupplier until, LongSupplier left) {
    try {
      while (!until.getAsBoolean() && left.getAsLong() > 0) {
        var unused = changed.awaitNanos(left.getAsLong());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return until.getAsBoolean();
  }

  private ChatQueue open(ChatId chat) {
    Thread.ofVirtual().name("telegram-chat").start(() -> drain(chat));
    return new ChatQueue(new ArrayDeque<>(), System.nanoTime());
  }

  private void drain(ChatId chat) {
    Optional<Entry> next = nextOrClose(chat);
    while (next.isPresent() && sendOne(next.get())) {
      remove(next.get().message().chat());
      next = nextOrClose(chat);
    }
    next.ifPresent(unsent -> abandon(chat));
  }

  private boolean sendOne(Entry entry) {
    try {
      ChatId chat = entry.message().chat();
      return sender.send(entry.message(), entry.recovered(), () -> markStuck(chat));
    } catch (RuntimeException | Error mistake) {
      LOG.error("a message could not be sent: {}", LogRedaction.of(mistake));
      return true;
    }
  }

  /** From now on the queue counts as stuck. */
  private void markStuck(ChatId chat) {
    locked(
        () -> {
          changed.signalAll();
          return queues.put(
              chat, new ChatQueue(queue(chat), System.nanoTime() - STUCK_AFTER_NANOS));
        });
  }

  private Optional<Entry> nextOrClose(ChatId chat) {
    return locked(
        () -> {
          Optional<Entry> next = Optional.ofNullable(queue(chat).peek());
          if (next.isEmpty()) {
            close(chat);
          }
          return next;
        });
  }

  private void remove(ChatId chat) {
    locked(
        () -> {
          release(queue(chat).remove());
          changed.signalAll();
          return true;
        });
  }

  /** What is left stays in the store. */
  private void abandon(ChatId chat) {
    locked(
        () -> {
          queue(chat).forEach(this::release);
          if (stopping) {
            suspended.add(chat);
          }
          close(chat);
          return true;
        });
  }

  private void release(Entry entry) {
    enqueuedAt.remove(OutboxKey.of(entry.message()));
    recoveredCount -= entry.recovered() ? 1 : 0;
  }

  private void close(ChatId chat) {
    queues.remove(chat);
    changed.signalAll();
  }

  private Deque<Entry> queue(ChatId chat) {
    return Objects.requireNonNull(queues.get(chat)).messages();
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
