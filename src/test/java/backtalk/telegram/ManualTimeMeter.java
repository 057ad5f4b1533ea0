package backtalk.telegram;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Measures a time that stands still until a test advances it. */
public final class ManualTimeMeter implements TimeMeter {
  private final AtomicLong now = new AtomicLong();

  public void advance(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Override
  public long currentTimeNanos() {
    return now.get();
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
