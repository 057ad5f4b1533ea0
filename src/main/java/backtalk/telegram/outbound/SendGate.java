package backtalk.telegram.outbound;

import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.dialogue.ports.ReplicaRegistry.Place;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.Sleeper;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits a message to its sender when it may be sent: when this replica owns it, when no message of
 * another replica precedes it in its chat, and within Telegram's rate limits.
 *
 * @param sender sends a message; false if the stop came first
 */
public record SendGate(
    Predicate<OutboxMessage> sender,
    ReplicaDuties duties,
    SendRateLimiter sendRateLimiter,
    Sleeper sleeper) {

  private static final Logger LOG = LoggerFactory.getLogger(SendGate.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(20);
  private static final Duration MAX_DELAY = Duration.ofSeconds(1);

  /**
   * Sends a message when it may be sent, or leaves it to the replica that took it over.
   *
   * @param recovered true if a failed replica or an earlier run left the message, so that it may be
   *     one of many
   * @return false if the stop came, or another message has to be sent first
   */
  public boolean send(OutboxMessage message, boolean recovered) {
    Duration delay = recovered ? sendRateLimiter.delayForRecovered() : Duration.ZERO;
    return (delay.isZero() || sleeper.pause(delay)) && sendNext(message);
  }

  private boolean sendNext(OutboxMessage message) {
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
      } else if (!sleeper.pause(wait)) {
        return false;
      }
    }
  }

  private Place place(OutboxMessage message) {
    Optional<ReplicaRegistry> registry = duties.others();
    if (registry.isEmpty()) {
      return Place.NEXT;
    }
    try {
      return duties.isAlive() ? registry.get().place(message) : Place.BEHIND;
    } catch (RuntimeException storeFails) {
      LOG.debug("the position of a message cannot be read: {}", LogRedaction.of(storeFails));
      return Place.BEHIND;
    }
  }

  private Duration rateLimitDelay(OutboxMessage message) {
    return switch (message.way()) {
      case Way.Send anew -> sendRateLimiter.delayForChat(message.chat());
      case Way.ReplaceQuestion(OptionalLong tapped, var answered) ->
          tapped.isPresent() ? Duration.ZERO : sendRateLimiter.delayForChat(message.chat());
      case Way.Close close -> Duration.ZERO;
    };
  }
}
