package backtalk.harness;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures turns, calls and events since the last mark; the bot's own times are in microseconds.
 */
final class Measurements {
  static final String EVENT = "events.";

  private static final double MICROS_PER_MILLI = 1_000;

  private long since = System.nanoTime();
  private int[] own = new int[1 << 12];
  private int turns;
  private long toVisible;
  private final Map<String, Double> counts = new TreeMap<>();

  synchronized void mark() {
    since = System.nanoTime();
    turns = 0;
    toVisible = 0;
    counts.clear();
  }

  synchronized void called(String method) {
    counts.merge("calls." + method, 1.0, Double::sum);
  }

  synchronized void recordEvent(String what) {
    counts.merge(EVENT + what, 1.0, Double::sum);
  }

  /**
   * Records a visible answer.
   *
   * @param nanos the time since the update was delivered
   * @param call the number of the call for its chat, from 1
   */
  synchronized void turn(long nanos, int call) {
    if (turns == own.length) {
      own = Arrays.copyOf(own, 2 * turns);
    }
    own[turns++] = (int) Math.min(nanos / 1_000, Integer.MAX_VALUE);
    toVisible += call;
  }

  /** Returns the values by name; times in milliseconds. */
  synchronized Map<String, Double> values() {
    int[] sorted = Arrays.copyOf(own, turns);
    Arrays.sort(sorted);
    Map<String, Double> values = new TreeMap<>(counts);
    values.put("turns", (double) turns);
    values.put("turns.rate", turns / ((System.nanoTime() - since) / 1e9));
    values.put("own.p50", at(sorted, 0.50));
    values.put("own.p95", at(sorted, 0.95));
    values.put("own.p99", at(sorted, 0.99));
    values.put("own.max", at(sorted, 1.0));
    values.put("visible.at", (double) toVisible / Math.max(1, turns));
    return values;
  }

  private static double at(int[] sorted, double quantile) {
    int index = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, index)] / MICROS_PER_MILLI;
  }
}
