package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.LogRedaction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
 * Queues messages to be sent: in order within a chat, and concurrently across chats. The outbox in
 * the store holds the same messages, so that none is lost with the queue.
 */
public final class SendQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SendQueue.class);

  /** The most new messages. Beyond them {@link #add} waits; recovered messages do not count. */
  static final int MAX_MESSAGES = 10_000;

  /** The age from which a chat counts as stuck, so that its turns do not wait for it. */
  private static final long STUCK_AFTER_NANOS = 1_000_000_000;

  private final QueuedMessageSender sender;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ChatId, ChatQueue> queues = new HashMap<>();

  private final QueuedMessages queued = new QueuedMessages();

  /** Holds the chats with abandoned messages. New ones to them wait for the next start, too. */
  private final Set<ChatId> suspended = new HashSet<>();

  private boolean stopping;

  private record Entry(OutboxMessage message, boolean recovered) {}

  private record ChatQueue(Deque<Entry> messages, long startedAt) {}

  public SendQueue(QueuedMessageSender sender) {
    this.sender = sender;
  }

  /** Queues messages, in order within each chat, except those that are queued already. */
  void add(List<OutboxMessage> messages) {
    add(messages, false);
  }

  /** Queues messages that another run or replica left. */
  void addRecovered(List<OutboxMessage> messages) {
    add(messages, true);
  }

  private void add(List<OutboxMessage> messages, boolean recovered) {
    locked(
        () -> {
          var unused = await(() -> queued.newCount() < MAX_MESSAGES, () -> Long.MAX_VALUE);
          messages.forEach(message -> add(new Entry(message, recovered)));
          return true;
        });
  }

  private void add(Entry entry) {
    ChatId chat = entry.message().chat();
    if (!suspended.contains(chat) && queued.add(OutboxKey.of(entry.message()), entry.recovered())) {
      queues.computeIfAbsent(chat, this::open).messages().add(entry);
    }
  }

  /** Announces the stop: from now on, no new message to a chat overtakes an abandoned one. */
  public void stopping() {
    locked(() -> stopping = true);
  }

  /** Returns the number of queued messages to this chat. */
  int pending(ChatId chat) {
    return locked(() -> queues.containsKey(chat) ? queue(chat).size() : 0);
  }

  /** Returns the queued questions of a chat that a newer one has replaced. */
  List<OutboxMessage> superseded(ChatId chat) {
    return locked(
        () ->
            SupersededQuestions.of(
                queues.containsKey(chat)
                    ? queue(chat).stream().map(Entry::message).toList()
                    : List.of()));
  }

  /** Removes a message from the queue, unless it is being sent already. */
  void withdraw(OutboxMessage message) {
    locked(
        () -> {
          Optional.ofNullable(queues.get(message.chat())).stream()
              .flatMap(queue -> queue.messages().stream().skip(1))
              .filter(entry -> entry.message().equals(message))
              .findFirst()
              .filter(entry -> queue(message.chat()).remove(entry))
              .ifPresent(this::release);
          return true;
        });
  }

  boolean contains(OutboxKey key) {
    return locked(() -> queued.contains(key));
  }

  /** Returns the number of queued messages. */
  public int size() {
    return locked(queued::size);
  }

  /** Returns the age of the oldest message; zero if there is none. */
  public Duration oldest() {
    return locked(queued::oldest);
  }

  /** Waits until the queue is empty; returns false if that takes longer. */
  public boolean awaitEmpty(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    return locked(() -> await(queues::isEmpty, () -> end - System.nanoTime()));
  }

  /**
   * Waits until the messages to a chat are sent, because only then the store knows the message of
   * the open question. It does not wait for a stuck message.
   */
  void awaitDelivered(ChatId chat) {
    var unused = locked(() -> await(() -> !queues.containsKey(chat), () -> nanosUntilStuck(chat)));
  }

  private long nanosUntilStuck(ChatId chat) {
    ChatQueue queue = queues.get(chat);
    return queue == null ? 0 : queue.startedAt() + STUCK_AFTER_NANOS - System.nanoTime();
  }

  /** Waits, under the lock, for a condition or until no nanoseconds are left. */
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

  /** Removes the messages of a chat from the queue. They stay in the store. */
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
    queued.remove(OutboxKey.of(entry.message()), entry.recovered());
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
