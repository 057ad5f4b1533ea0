package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Replicas;
import backtalk.dialogue.Replicas.Place;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a message through to its sender when it may go: when this replica is to send it, when
 * nothing of another replica comes before it in its chat, and no faster than Telegram likes.
 */
final class Turnstile {

  private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);
  private static final long OTHERS_NANOS = 1_000_000_000;

  private final Predicate<Outgoing> sender;
  private final Duties duties;
  private final Paces paces;
  private final Rest rest;

  /** The way to a {@code sender} that is false when it was time to go. */
  Turnstile(Predicate<Outgoing> sender, Duties duties, Paces paces, Rest rest) {
    this.sender = sender;
    this.duties = duties;
    this.paces = paces;
    this.rest = rest;
  }

  /**
   * Sends a message in its turn, or leaves it to the replica that took it over.
   *
   * @param left whether it was left by a replica that is dead, and is one of many perhaps
   * @param held is told when it is too early for it
   * @return false when it was time to go, or something else has to go first
   */
  boolean send(Outgoing outgoing, boolean left, Runnable held) {
    Duration bulk = left ? paces.ofBulk() : Duration.ZERO;
    if (!bulk.isZero()) {
      held.run();
    }
    return (bulk.isZero() || rest.pause(bulk)) && sendNext(outgoing, held);
  }

  private boolean sendNext(Outgoing outgoing, Runnable held) {
    Steps steps = new Steps(LOOK, LONGEST_LOOK);
    while (true) {
      Place place = place(outgoing);
      Duration wait = place == Place.NEXT ? pace(outgoing) : steps.next();
      if (place == Place.GONE) {
        return true;
      } else if (place == Place.OVERTAKEN) {
        // The line is left to the next sweep, which takes it up again in its order.
        return false;
      } else if (wait.isZero()) {
        return sender.test(outgoing);
      } else if (place == Place.NEXT) {
        held.run();
      }
      if (!rest.pause(wait)) {
        return false;
      }
    }
  }

  /** Waits, a second at the most, for what other replicas are telling a chat at this moment. */
  void awaitOthers(ChatId chat) {
    Steps steps = new Steps(LOOK, LONGEST_LOOK);
    long end = System.nanoTime() + OTHERS_NANOS;
    while (isUntold(chat) && System.nanoTime() < end && rest.pause(steps.next())) {}
  }

  private Place place(Outgoing outgoing) {
    Optional<Replicas> others = duties.others();
    if (others.isEmpty()) {
      return Place.NEXT;
    }
    try {
      return duties.isAlive().getAsBoolean() ? others.get().place(outgoing) : Place.BEHIND;
    } catch (RuntimeException storeFails) {
      LOG.debug("cannot look whose turn it is: {}", Disguise.of(storeFails));
      return Place.BEHIND;
    }
  }

  private boolean isUntold(ChatId chat) {
    try {
      return duties.others().filter(others -> others.isUntold(chat)).isPresent();
    } catch (RuntimeException storeFails) {
      return false;
    }
  }

  private Duration pace(Outgoing outgoing) {
    boolean isNew = outgoing.way() instanceof Outgoing.Way.Send;
    return isNew ? paces.ofChat(outgoing.chat()) : Duration.ZERO;
  }
}
