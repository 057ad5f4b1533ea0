package backtalk.telegram.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the inputs of each person: a burst, and then one a second. A long text counts as several
 * inputs, because its classification takes longer.
 */
public final class UserRateLimiter {

  /** The number of letters that count as one more input. */
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

  /** Names the level of an input. */
  enum Level {
    WITHIN_LIMIT,
    /** Over the limit, and the person has to be warned. */
    FIRST_OVER_LIMIT,
    /** Over the limit, after a warning. */
    OVER_LIMIT
  }

  /** Counts an input of a person with so many letters. */
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

    /**
     * Counts an input. A person who slowed down is warned again the next time; one who goes on is
     * not.
     */
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
