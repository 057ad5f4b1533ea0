package backtalk.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** How much each person may say: a burst, and then one thing a second. */
final class Floods {

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

  Floods(int burst, TimeMeter clock) {
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
    return gauges.get(person, unseen -> new Gauge(bucket())).count(burst);
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
    Level count(int burst) {
      if (!bucket.tryConsume(1)) {
        return told.getAndSet(true) ? Level.TOO_MUCH : Level.FIRST_TOO_MUCH;
      }
      if (bucket.getAvailableTokens() >= burst / 2) {
        told.set(false);
      }
      return Level.FINE;
    }
  }
}
