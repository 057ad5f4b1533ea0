package backtalk.telegram.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much each person may say: a burst, and then one thing a second. A long text counts as several
 * inputs, because hearing it takes longer.
 */
public final class UserRateLimiter {

  /** So many letters more count as one thing more. */
  private static final int LETTERS_PER_INPUT = 500;

  private static final int MAX_PEOPLE = 100_000;
  private static final Duration EXPIRY = Duration.ofMinutes(10);

  private final Cache<Long, Allowance> allowances =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MAX_PEOPLE)
          .expireAfterAccess(EXPIRY)
          .build();
  private final int burst;
  private final TimeMeter clock;

  public UserRateLimiter(int burst, TimeMeter clock) {
    this.burst = burst;
    this.clock = clock;
  }

  /** What one more thing from a person is. */
  enum Level {
    WITHIN_LIMIT,
    /** Too much, and the person is to be told so. */
    FIRST_OVER_LIMIT,
    /** Still too much. */
    OVER_LIMIT
  }

  /** Counts one more thing from a person. */
  Level count(long person) {
    return count(person, 0);
  }

  /** Counts one more thing from a person, with so many letters. */
  Level count(long person, int letters) {
    int inputs = Math.clamp(1 + letters / LETTERS_PER_INPUT, 1, burst);
    return allowances.get(person, unseen -> new Allowance(bucket())).count(inputs, burst);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(1, Duration.ofSeconds(1)))
        .build();
  }

  private record Allowance(Bucket bucket, AtomicBoolean warned) {

    Allowance(Bucket bucket) {
      this(bucket, new AtomicBoolean());
    }

    /** Who calmed down is told again next time; who goes on is not told at every breath. */
    Level count(int inputs, int burst) {
      if (!bucket.tryConsume(inputs)) {
        return warned.getAndSet(true) ? Level.OVER_LIMIT : Level.FIRST_OVER_LIMIT;
      }
      if (bucket.getAvailableTokens() >= burst / 2) {
        warned.set(false);
      }
      return Level.WITHIN_LIMIT;
    }
  }
}
