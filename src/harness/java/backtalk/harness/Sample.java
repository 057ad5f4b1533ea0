package backtalk.harness;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds one measurement.
 *
 * @param measurements the world's measurements by name
 * @param bot processor seconds of the bot
 * @param world processor seconds of the harness with its world
 */
record Sample(Map<String, Double> measurements, double bot, double world) {
  private static final int EVENT_LENGTH = Measurements.EVENT.length();

  double of(String name) {
    return measurements.getOrDefault(name, 0.0);
  }

  /** Returns the median sample by the 99th percentile of the bot's own time. */
  static Sample median(List<Sample> samples) {
    return samples.stream()
        .sorted(Comparator.comparingDouble(sample -> sample.of("own.p99")))
        .skip(samples.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  double callsPerTurn() {
    double calls =
        measurements.keySet().stream()
            .filter(name -> name.startsWith("calls.") && !name.endsWith("getupdates"))
            .mapToDouble(this::of)
            .sum();
    return calls / Math.max(1, of("turns"));
  }

  String line() {
    double turns = Math.max(1, of("turns"));
    String events =
        measurements.entrySet().stream()
            .filter(it -> it.getKey().startsWith(Measurements.EVENT))
            .map(it -> ", %s %.0f".formatted(it.getKey().substring(EVENT_LENGTH), it.getValue()))
            .reduce("", String::concat);
    return String.format(
        Locale.ROOT,
        "%.0f turns/s; own time p50 %.1f p95 %.1f p99 %.1f max %.1f ms; %.2f calls a turn,"
            + " visible at call %.2f; processor a turn: bot %.2f ms, world %.2f ms%s",
        of("turns.rate"),
        of("own.p50"),
        of("own.p95"),
        of("own.p99"),
        of("own.max"),
        callsPerTurn(),
        of("visible.at"),
        1_000 * bot / turns,
        1_000 * world / turns,
        events);
  }
}
