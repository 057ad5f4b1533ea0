package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Outgoing;
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
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages on their way out: in order within a chat, chats beside each other. What is in here
 * is also in the store, so that nothing is lost with it.
 */
final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** Beyond so many, whoever brings more waits. */
  private static final int MOST = 10_000;

  /** Whatever takes longer than this is stuck: others are not kept waiting for it. */
  private static final long BRISK_NANOS = 1_000_000_000;

  private final Predicate<Outgoing> sender;
  private final Map<ChatId, Deque<Outgoing>> lines = new HashMap<>();
  private final Map<ChatId, Long> begun = new HashMap<>();
  private final Set<Key> held = new HashSet<>();

  /** An outbox emptied by {@code sender}, which is false when it is time to go. */
  Outbox(Predicate<Outgoing> sender) {
    this.sender = sender;
  }

  /** A message's name; it has only one place in a chat. */
  record Key(ChatId chat, long revision, int seq) {
    static Key of(Outgoing outgoing) {
      return new Key(outgoing.chat(), outgoing.revision(), outgoing.seq());
    }
  }

  /** Takes messages to be sent, in this order within each chat; those it holds are left out. */
  synchronized void add(List<Outgoing> messages) {
    awaitRoom();
    for (Outgoing outgoing : messages) {
      if (held.add(Key.of(outgoing))) {
        lines.computeIfAbsent(outgoing.chat(), this::open).add(outgoing);
      }
    }
  }

  synchronized boolean holds(Key key) {
    return held.contains(key);
  }

  /** How many messages are on their way. */
  synchronized int size() {
    return held.size();
  }

  /** Waits until nothing is under way any more; false if that takes longer. */
  synchronized boolean awaitEmpty(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!lines.isEmpty() && System.nanoTime() < end) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return lines.isEmpty();
  }

  /**
   * Waits for what a chat is being told at this moment: only when it is out, the store knows where
   * the open question stands. A line that is stuck is not waited for.
   */
  synchronized void awaitTold(ChatId chat) {
    try {
      for (long left = brisk(chat); left > 0; left = brisk(chat)) {
        wait(Math.max(1, left / 1_000_000));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private long brisk(ChatId chat) {
    Long since = begun.get(chat);
    return since == null ? 0 : since + BRISK_NANOS - System.nanoTime();
  }

  private void awaitRoom() {
    try {
      while (held.size() >= MOST) {
        wait();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Deque<Outgoing> open(ChatId chat) {
    begun.put(chat, System.nanoTime());
    Thread.ofVirtual().name("telegram-chat").start(() -> empty(chat));
    return new ArrayDeque<>();
  }

  private void empty(ChatId chat) {
    Optional<Outgoing> next = nextOrClose(chat);
    while (next.isPresent() && sent(next.get())) {
      remove(next.get());
      next = nextOrClose(chat);
    }
    next.ifPresent(unsent -> leave(chat));
  }

  private boolean sent(Outgoing outgoing) {
    try {
      return sender.test(outgoing);
    } catch (RuntimeException | Error mistake) {
      LOG.error("a message could not be sent: {}", Disguise.of(mistake));
      return true;
    }
  }

  private synchronized Optional<Outgoing> nextOrClose(ChatId chat) {
    Optional<Outgoing> next = Optional.ofNullable(line(chat).peek());
    if (next.isEmpty()) {
      close(chat);
    }
    return next;
  }

  private synchronized void remove(Outgoing outgoing) {
    line(outgoing.chat()).remove();
    held.remove(Key.of(outgoing));
    notifyAll();
  }

  /** What is left stays in the store. */
  private synchronized void leave(ChatId chat) {
    line(chat).forEach(left -> held.remove(Key.of(left)));
    close(chat);
  }

  private void close(ChatId chat) {
    lines.remove(chat);
    begun.remove(chat);
    notifyAll();
  }

  private Deque<Outgoing> line(ChatId chat) {
    return Objects.requireNonNull(lines.get(chat));
  }
}
