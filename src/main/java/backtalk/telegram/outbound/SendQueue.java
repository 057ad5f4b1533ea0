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
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

  private final BiPredicate<OutboxMessage, Boolean> sender;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ChatId, Deque<Entry>> queues = new HashMap<>();

  /** Holds the queued messages, the oldest first. */
  private final Map<OutboxMessage.Key, Entry> queued = new LinkedHashMap<>();

  private int recoveredCount;

  /** Holds the chats with abandoned messages. New ones to them wait for the next start, too. */
  private final Set<ChatId> suspended = new HashSet<>();

  private boolean stopping;

  /**
   * Holds a queued message.
   *
   * @param since when it was queued, in nanoseconds of {@link System#nanoTime}
   */
  private record Entry(OutboxMessage message, boolean recovered, long since) {}

  /**
   * Creates an empty queue.
   *
   * @param sender sends a message, given whether another run or replica left it; false at the stop
   */
  public SendQueue(BiPredicate<OutboxMessage, Boolean> sender) {
    this.sender = sender;
  }

  /** Queues messages, in order within each chat, except those that are queued already. */
  public void add(List<OutboxMessage> messages) {
    add(messages, false);
  }

  /**
   * Queues messages like {@link #add(List)}.
   *
   * @param recovered true if another run or replica left them
   */
  void add(List<OutboxMessage> messages, boolean recovered) {
    locked(
        () -> {
          var unused =
              await(() -> queued.size() - recoveredCount < MAX_MESSAGES, () -> Long.MAX_VALUE);
          messages.forEach(message -> add(new Entry(message, recovered, System.nanoTime())));
          return true;
        });
  }

  private void add(Entry entry) {
    ChatId chat = entry.message().chat();
    if (!suspended.contains(chat) && queued.putIfAbsent(entry.message().key(), entry) == null) {
      recoveredCount += entry.recovered() ? 1 : 0;
      queues.computeIfAbsent(chat, this::open).add(entry);
    }
  }

  /** Announces the stop: from now on, no new message to a chat overtakes an abandoned one. */
  public void stopping() {
    locked(() -> stopping = true);
  }

  /** Returns the number of queued messages to this chat. */
  public int pending(ChatId chat) {
    return locked(() -> messagesTo(chat).size());
  }

  /**
   * Withdraws the questions of a long queue that a newer question of the same chat has replaced.
   *
   * @param drop removes a message from the store; if that fails, the message is sent after all
   */
  public void withdrawReplaced(ChatId chat, Consumer<OutboxMessage> drop) {
    try {
      for (OutboxMessage message :
          locked(() -> ThinnedDeliveryPlanner.replacedQuestions(messagesTo(chat)))) {
        drop.accept(message);
        withdraw(message);
      }
    } catch (RuntimeException storeFails) {
      LOG.debug("a replaced question stays queued: {}", LogRedaction.of(storeFails));
    }
  }

  /** Removes a message from the queue, unless it is being sent already. */
  private void withdraw(OutboxMessage message) {
    locked(
        () -> {
          Entry entry = queued.get(message.key());
          Deque<Entry> queue = queues.get(message.chat());
          if (entry != null
              && queue != null
              && !entry.equals(queue.peek())
              && queue.remove(entry)) {
            release(entry);
          }
          return true;
        });
  }

  boolean contains(OutboxMessage.Key key) {
    return locked(() -> queued.containsKey(key));
  }

  /** Returns the number of queued messages. */
  public int size() {
    return locked(queued::size);
  }

  /** Returns the age of the oldest message; zero if there is none. */
  public Duration oldest() {
    return locked(
        () ->
            queued.values().stream()
                .findFirst()
                .map(entry -> Duration.ofNanos(System.nanoTime() - entry.since()))
                .orElse(Duration.ZERO));
  }

  /** Waits until the queue is empty; returns false if that takes longer. */
  public boolean awaitEmpty(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    return locked(() -> await(queues::isEmpty, () -> end - System.nanoTime()));
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

  private Deque<Entry> open(ChatId chat) {
    Thread.ofVirtual().name("telegram-chat").start(() -> drain(chat));
    return new ArrayDeque<>();
  }

  private void drain(ChatId chat) {
    Optional<Entry> next = locked(() -> Optional.of(queue(chat).element()));
    while (next.isPresent() && sendOne(next.get())) {
      next = removeHead(chat);
    }
    next.ifPresent(unsent -> abandon(chat));
  }

  private boolean sendOne(Entry entry) {
    try {
      return sender.test(entry.message(), entry.recovered());
    } catch (RuntimeException | Error mistake) {
      LOG.error("a message could not be sent: {}", LogRedaction.of(mistake));
      return true;
    }
  }

  /** Removes the message that was sent; returns the next one, or closes the queue of the chat. */
  private Optional<Entry> removeHead(ChatId chat) {
    return locked(
        () -> {
          release(queue(chat).remove());
          changed.signalAll();
          Optional<Entry> next = Optional.ofNullable(queue(chat).peek());
          if (next.isEmpty()) {
            queues.remove(chat);
          }
          return next;
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
          queues.remove(chat);
          changed.signalAll();
          return true;
        });
  }

  private void release(Entry entry) {
    queued.remove(entry.message().key());
    recoveredCount -= entry.recovered() ? 1 : 0;
  }

  private List<OutboxMessage> messagesTo(ChatId chat) {
    return queues.containsKey(chat) ? queue(chat).stream().map(Entry::message).toList() : List.of();
  }

  private Deque<Entry> queue(ChatId chat) {
    return Objects.requireNonNull(queues.get(chat));
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
