package backtalk.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * What the bot tells the time by, and where it counts what it does.
 *
 * @param registry counts of updates, turns, calls and messages go there, and nothing of anybody
 */
public record Instruments(InstantSource clock, MeterRegistry registry) {}
