package backtalk.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Bundles the clocks of the bot and the registry of its metrics.
 *
 * @param clock the time of day, which may be set back or forward
 * @param nanos a monotonic clock, in nanoseconds from any moment
 * @param registry the metrics of updates, turns, calls and messages; they hold nothing of a person
 */
public record Observability(InstantSource clock, LongSupplier nanos, MeterRegistry registry) {

  /** Uses the system's monotonic clock. */
  public Observability(InstantSource clock, MeterRegistry registry) {
    this(clock, System::nanoTime, registry);
  }
}
