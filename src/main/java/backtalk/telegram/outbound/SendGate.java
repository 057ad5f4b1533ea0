package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Place;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.Sleeper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a message through to its sender when it may go: when this replica is to send it, when
 * nothing of another replica comes before it in its chat, and no faster than Telegram likes.
 */
public final class SendGate {

  private static final Logger LOG = LoggerFactory.getLogger(SendGate.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(20);
  private static final Duration MAX_DELAY = Duration.ofSeconds(1);
  private static final long MAX_WAIT_NANOS = 1_000_000_000;

  private final Predicate<OutboxMessage> sender;
  private final ReplicaDuties duties;
  private final SendRateLimiter sendRateLimiter;
  private final Sleeper sleeper;

  /** The way to a {@code sender} that is false when it was time to go. */
  public SendGate(
      Predicate<OutboxMessage> sender,
      ReplicaDuties duties,
      SendRateLimiter sendRateLimiter,
      Sleeper sleeper) {
    this.sender = sender;
    this.duties = duties;
    this.sendRateLimiter = sendRateLimiter;
    this.sleeper = sleeper;
  }

  /**
   * Sends a message in its turn, or leaves it to the replica that took it over.
   *
   * @param recovered whether it was left by a replica that is dead, and is one of many perhaps
   * @param onDelay is told when it is too early for it
   * @return false when it was time to go, or something else has to go first
   */
  public boolean send(OutboxMessage message, boolean recovered, Runnable onDelay) {
    Duration delay = recovered ? sendRateLimiter.delayForRecovered() : Duration.ZERO;
    if (!delay.isZero()) {
      onDelay.run();
    }
    return (delay.isZero() || sleeper.pause(delay)) && sendNext(message, onDelay);
  }

  private boolean sendNext(OutboxMessage message, Runnable onDelay) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST_DELAY, MAX_DELAY);
    while (true) {
      Place place = place(message);
      Duration wait = place == Place.NEXT ? rateLimitDelay(message) : backoff.next();
      if (place == Place.GONE) {
        return true;
      } else if (place == Place.OVERTAKEN) {
        // The line is left to the next sweep, which takes it up again in its order.
        return false;
      } else if (wait.isZero()) {
        return sender.test(message);
      } else if (place == Place.NEXT) {
        onDelay.run();
      }
      if (!sleeper.pause(wait)) {
        return false;
      }
    }
  }

  /** Waits, a second at the most, for what other replicas are telling a chat at this moment. */
  void awaitOthers(ChatId chat) {
    ExponentialBackoff backoff = new ExponentialBackoff(FIRST_DELAY, MAX_DELAY);
    long end = System.nanoTime() + MAX_WAIT_NANOS;
    while (isPendingElsewhere(chat) && System.nanoTime() < end && sleeper.pause(backoff.next())) {}
  }

  private Place place(OutboxMessage message) {
    Optional<ReplicaRegistry> registry = duties.others();
    if (registry.isEmpty()) {
      return Place.NEXT;
    }
    try {
      return duties.isAlive().getAsBoolean() ? registry.get().place(message) : Place.BEHIND;
    } catch (RuntimeException storeFails) {
      LOG.debug("cannot look whose turn it is: {}", LogRedaction.of(storeFails));
      return Place.BEHIND;
    }
  }

  private boolean isPendingElsewhere(ChatId chat) {
    try {
      return duties.others().filter(registry -> registry.isUntold(chat)).isPresent();
    } catch (RuntimeException storeFails) {
      return false;
    }
  }

  private Duration rateLimitDelay(OutboxMessage message) {
    boolean isNew = message.way() instanceof OutboxMessage.Way.Send;
    return isNew ? sendRateLimiter.delayForChat(message.chat()) : Duration.ZERO;
  }
}
