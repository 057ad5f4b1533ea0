package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Limits the rate of messages: in a private chat a burst and then one a second, in a group 20 a
 * minute, and 28 a second for all recovered messages together. Replies have no total limit, because
 * they are not bulk notifications (Telegram's FAQ for bots, "My bot is hitting limits").
 */
public final class SendRateLimiter {

  private static final int GROUP_PER_MINUTE = 20;
  private static final int RECOVERED_PER_SECOND = 28;
  private static final int RECOVERED_BURST = 5;
  private static final int MAX_CHATS = 100_000;
  private static final Duration EXPIRY = Duration.ofMinutes(10);

  private final Cache<ChatId, Bucket> chats =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MAX_CHATS)
          .expireAfterAccess(EXPIRY)
          .build();
  private final Bucket recovered;
  private final int burst;
  private final TimeMeter clock;

  /**
   * Creates a limiter.
   *
   * @param burst the number of messages that a private chat may get at once
   */
  public SendRateLimiter(int burst, TimeMeter clock) {
    this.burst = burst;
    this.clock = clock;
    this.recovered = bucket(RECOVERED_BURST, RECOVERED_PER_SECOND, Duration.ofSeconds(1));
  }

  /**
   * Returns the delay before a new message to this chat. If it is zero, the message counts as sent.
   */
  Duration delayForChat(ChatId chat) {
    return wait(chats.get(chat, unseen -> isGroup(chat) ? groupBucket() : privateBucket()));
  }

  /** Returns the delay before the next recovered message, and reserves its slot. */
  Duration delayForRecovered() {
    return Duration.ofNanos(recovered.consumeIgnoringRateLimits(1));
  }

  private static Duration wait(Bucket bucket) {
    return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  private static boolean isGroup(ChatId chat) {
    return chat.value() < 0;
  }

  private Bucket groupBucket() {
    return bucket(GROUP_PER_MINUTE, GROUP_PER_MINUTE, Duration.ofMinutes(1));
  }

  private Bucket privateBucket() {
    return bucket(burst, 1, Duration.ofSeconds(1));
  }

  private Bucket bucket(int capacity, int refill, Duration period) {
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
        .build();
  }
}
