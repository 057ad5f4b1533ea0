package backtalk.telegram.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How much each person may say: a burst, and then one thing a second. A long text counts as several
 * things, because hearing it takes longer.
 */
public final class UserRateLimiter {

  /** So many letters more count as one thing more. */
  private static final int LETTERS = 500;

  private static final int MOST_PEOPLE = 100_000;
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private final Cache<Long, Gauge> gauges =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MOST_PEOPLE)
          .expireAfterAccess(FORGOTTEN)
          .build();
  private final int burst;
  private final TimeMeter clock;

  public UserRateLimiter(int burst, TimeMeter clock) {
    this.burst = burst;
    this.clock = clock;
  }

  /** What one more thing from a person is. */
  enum Level {
    FINE,
    /** Too much, and the person is to be told so. */
    FIRST_TOO_MUCH,
    /** Still too much. */
    TOO_MUCH
  }

  /** Counts one more thing from a person. */
  Level count(long person) {
    return count(person, 0);
  }

  /** Counts one more thing from a person, with so many letters. */
  Level count(long person, int letters) {
    int things = Math.clamp(1 + letters / LETTERS, 1, burst);
    return gauges.get(person, unseen -> new Gauge(bucket())).count(things, burst);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(1, Duration.ofSeconds(1)))
        .build();
  }

  private record Gauge(Bucket bucket, AtomicBoolean told) {

    Gauge(Bucket bucket) {
      this(bucket, new AtomicBoolean());
    }

    /** Who calmed down is told again next time; who goes on is not told at every breath. */
    Level count(int things, int burst) {
      if (!bucket.tryConsume(things)) {
        return told.getAndSet(true) ? Level.TOO_MUCH : Level.FIRST_TOO_MUCH;
      }
      if (bucket.getAvailableTokens() >= burst / 2) {
        told.set(false);
      }
      return Level.FINE;
    }
  }
}
