package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
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
  static final int MOST = 10_000;

  /** Whatever takes longer than this is stuck: others are not kept waiting for it. */
  private static final long BRISK_NANOS = 1_000_000_000;

  private final Sending sending;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ChatId, Line> lines = new HashMap<>();

  /** When each came in, the oldest first. */
  private final Map<OutboxKey, Long> held = new LinkedHashMap<>();

  /** How many of these were left behind. */
  private int heldLeft;

  /** Chats whose line was left at the stop: what is new of them is left to the next start too. */
  private final Set<ChatId> broken = new HashSet<>();

  private boolean stopping;

  /** Sends one message; false when it is time to go. */
  @FunctionalInterface
  public interface Sending {
    /**
     * Sends it.
     *
     * @param left whether another run or replica left it behind
     * @param held is told when the message is held back: nobody is to wait for it
     */
    boolean send(OutboxMessage message, boolean left, Runnable held);
  }

  private record Waiting(OutboxMessage message, boolean left) {}

  private record Line(Deque<Waiting> messages, long begun) {}

  /** An outbox emptied by {@code sending}. */
  public SendQueue(Sending sending) {
    this.sending = sending;
  }

  /** Takes messages to be sent, in this order within each chat; those it holds are left out. */
  void add(List<OutboxMessage> messages) {
    add(messages, false);
  }

  /** The same for messages that another run or replica left behind. */
  void addLeft(List<OutboxMessage> messages) {
    add(messages, true);
  }

  private void add(List<OutboxMessage> messages, boolean left) {
    locked(
        () -> {
          var unused = await(() -> held.size() - heldLeft < MOST, () -> Long.MAX_VALUE);
          messages.forEach(message -> add(new Waiting(message, left)));
          return true;
        });
  }

  private void add(Waiting waiting) {
    ChatId chat = waiting.message().chat();
    if (!broken.contains(chat)
        && held.putIfAbsent(OutboxKey.of(waiting.message()), System.nanoTime()) == null) {
      lines.computeIfAbsent(chat, this::open).messages().add(waiting);
      heldLeft += waiting.left() ? 1 : 0;
    }
  }

  /** From now on nothing new of a chat overtakes what is left of it. */
  public void stopping() {
    locked(() -> stopping = true);
  }

  /** How many messages to this chat are on their way. */
  int waiting(ChatId chat) {
    return locked(() -> lines.containsKey(chat) ? line(chat).size() : 0);
  }

  /** Lists the questions of a long line that a newer one behind them replaces. */
  List<OutboxMessage> superseded(ChatId chat) {
    return locked(
        () -> {
          Deque<Waiting> line = lines.containsKey(chat) ? line(chat) : new ArrayDeque<>();
          List<OutboxMessage> questions =
              line.stream()
                  .skip(1)
                  .map(Waiting::message)
                  .filter(message -> message.message().kind() == Message.Kind.QUESTION)
                  .toList();
          boolean any = line.size() > ThinnedDeliveryPlanner.MOST && !questions.isEmpty();
          return any ? questions.subList(0, questions.size() - 1) : List.of();
        });
  }

  /** Takes a message out of its line, unless it is being sent already. */
  void withdraw(OutboxMessage message) {
    locked(
        () -> {
          Optional<Waiting> found =
              Optional.ofNullable(lines.get(message.chat())).stream()
                  .flatMap(line -> line.messages().stream().skip(1))
                  .filter(waiting -> waiting.message().equals(message))
                  .findFirst();
          found.filter(waiting -> line(message.chat()).remove(waiting)).ifPresent(this::letGo);
          return found.isPresent();
        });
  }

  boolean holds(OutboxKey key) {
    return locked(() -> held.containsKey(key));
  }

  /** How many messages are on their way. */
  public int size() {
    return locked(held::size);
  }

  /** How long the oldest message has been on its way; zero where there is none. */
  public Duration oldest() {
    long now = System.nanoTime();
    Optional<Long> since = locked(() -> held.values().stream().findFirst());
    return since.map(then -> Duration.ofNanos(now - then)).orElse(Duration.ZERO);
  }

  /** Waits until nothing is under way any more; false if that takes longer. */
  public boolean awaitEmpty(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    return locked(() -> await(lines::isEmpty, () -> end - System.nanoTime()));
  }

  /**
   * Waits for what a chat is being told at this moment: only when it is out, the store knows where
   * the open question stands. A line that is stuck is not waited for.
   */
  void awaitTold(ChatId chat) {
    var unused = locked(() -> await(() -> !lines.containsKey(chat), () -> brisk(chat)));
  }

  private long brisk(ChatId chat) {
    Line line = lines.get(chat);
    return line == null ? 0 : line.begun() + BRISK_NANOS - System.nanoTime();
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

  private Line open(ChatId chat) {
    Thread.ofVirtual().name("telegram-chat").start(() -> empty(chat));
    return new Line(new ArrayDeque<>(), System.nanoTime());
  }

  private void empty(ChatId chat) {
    Optional<Waiting> next = nextOrClose(chat);
    while (next.isPresent() && sent(next.get())) {
      remove(next.get().message().chat());
      next = nextOrClose(chat);
    }
    next.ifPresent(unsent -> leave(chat));
  }

  private boolean sent(Waiting waiting) {
    try {
      ChatId chat = waiting.message().chat();
      return sending.send(waiting.message(), waiting.left(), () -> slow(chat));
    } catch (RuntimeException | Error mistake) {
      LOG.error("a message could not be sent: {}", LogRedaction.of(mistake));
      return true;
    }
  }

  /** From now on the line counts as stuck. */
  private void slow(ChatId chat) {
    locked(
        () -> {
          changed.signalAll();
          return lines.put(chat, new Line(line(chat), System.nanoTime() - BRISK_NANOS));
        });
  }

  private Optional<Waiting> nextOrClose(ChatId chat) {
    return locked(
        () -> {
          Optional<Waiting> next = Optional.ofNullable(line(chat).peek());
          if (next.isEmpty()) {
            close(chat);
          }
          return next;
        });
  }

  private void remove(ChatId chat) {
    locked(
        () -> {
          letGo(line(chat).remove());
          changed.signalAll();
          return true;
        });
  }

  /** What is left stays in the store. */
  private void leave(ChatId chat) {
    locked(
        () -> {
          line(chat).forEach(this::letGo);
          if (stopping) {
            broken.add(chat);
          }
          close(chat);
          return true;
        });
  }

  private void letGo(Waiting waiting) {
    held.remove(OutboxKey.of(waiting.message()));
    heldLeft -= waiting.left() ? 1 : 0;
  }

  private void close(ChatId chat) {
    lines.remove(chat);
    changed.signalAll();
  }

  private Deque<Waiting> line(ChatId chat) {
    return Objects.requireNonNull(lines.get(chat)).messages();
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
