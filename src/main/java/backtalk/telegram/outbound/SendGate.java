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
 * Admits a message to its sender when it may be sent: when this replica owns it, when no message of
 * another replica precedes it in its chat, and within Telegram's rate limits.
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

  /**
   * Creates a gate.
   *
   * @param sender sends a message; false if the stop came first
   */
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
   * Sends a message when it may be sent, or leaves it to the replica that took it over.
   *
   * @param recovered true if a failed replica or an earlier run left the message, so that it may be
   *     one of many
   * @param onDelay runs when a rate limit delays the message
   * @return false if the stop came, or another message has to be sent first
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
        // The next sweep queues the messages of this chat again in their order.
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

  /** Waits at most a second until the messages of other replicas to a chat are sent. */
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
      LOG.debug("the position of a message cannot be read: {}", LogRedaction.of(storeFails));
      return Place.BEHIND;
    }
  }

  private boolean isPendingElsewhere(ChatId chat) {
    try {
      return duties.others().filter(registry -> registry.hasPendingFromOthers(chat)).isPresent();
    } catch (RuntimeException storeFails) {
      return false;
    }
  }

  private Duration rateLimitDelay(OutboxMessage message) {
    boolean isNew = message.way() instanceof OutboxMessage.Way.Send;
    return isNew ? sendRateLimiter.delayForChat(message.chat()) : Duration.ZERO;
  }
}
