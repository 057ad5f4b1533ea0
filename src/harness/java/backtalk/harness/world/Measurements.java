package backtalk.harness.world;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures turns, calls and events since the last mark; the bot's own times are in microseconds.
 */
final class Measurements {
  private static final double MICROS_PER_MILLI = 1_000;

  private long since = System.nanoTime();
  private int[] own = new int[1 << 12];
  private int turns;
  private long toVisible;
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, Integer> events = new TreeMap<>();

  void mark() {
    since = System.nanoTime();
    turns = 0;
    toVisible = 0;
    calls.clear();
    events.clear();
  }

  void called(String method) {
    calls.merge(method, 1, Integer::sum);
  }

  void recordEvent(String what) {
    events.merge(what, 1, Integer::sum);
  }

  /**
   * Records a visible answer.
   *
   * @param nanos the time since the update was delivered
   * @param call the number of the call for its chat, from 1
   */
  void turn(long nanos, int call) {
    if (turns == own.length) {
      own = Arrays.copyOf(own, 2 * turns);
    }
    own[turns++] = (int) Math.min(nanos / 1_000, Integer.MAX_VALUE);
    toVisible += call;
  }

  /** Returns lines of {@code name=value}; times in milliseconds. */
  String lines() {
    int[] sorted = Arrays.copyOf(own, turns);
    Arrays.sort(sorted);
    StringBuilder lines = new StringBuilder();
    double seconds = (System.nanoTime() - since) / 1e9;
    line(lines, "seconds", seconds);
    line(lines, "turns", turns);
    line(lines, "turns.rate", turns / seconds);
    line(lines, "own.p50", at(sorted, 0.50));
    line(lines, "own.p95", at(sorted, 0.95));
    line(lines, "own.p99", at(sorted, 0.99));
    line(lines, "own.max", at(sorted, 1.0));
    line(lines, "visible.at", turns == 0 ? 0 : (double) toVisible / turns);
    calls.forEach((method, count) -> line(lines, "calls." + method, count));
    events.forEach((what, count) -> line(lines, "events." + what, count));
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, double value) {
    lines.append(name).append('=').append(value).append('\n');
  }

  private static double at(int[] sorted, double quantile) {
    int index = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, index)] / MICROS_PER_MILLI;
  }
}
