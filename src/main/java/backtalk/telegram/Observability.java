package backtalk.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What the bot tells the time by, and where it counts what it does.
 *
 * @param clock the time of day, which somebody may put back or forward
 * @param nanos a watch that only goes on, in nanoseconds from any moment
 * @param registry counts of updates, turns, calls and messages go there, and nothing of anybody
 */
public record Observability(InstantSource clock, LongSupplier nanos, MeterRegistry registry) {

  /** With the machine's own watch. */
  public Observability(InstantSource clock, MeterRegistry registry) {
    this(clock, System::nanoTime, registry);
  }
}
