package backtalk.harness;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs {@code figures}: measures one load after another and prints the table of docs/load.md. */
@Command(name = "figures", description = "the table of docs/load.md, in one run")
final class FiguresCommand implements Callable<Integer> {
  private static final int MANY = 100_000;

  private static final List<LoadProfile> LOADS =
      List.of(
          new LoadProfile(false, false, 0, 0),
          new LoadProfile(false, true, 0, 0),
          new LoadProfile(true, false, 0, 0),
          new LoadProfile(false, false, 300, MANY),
          new LoadProfile(true, false, 50, MANY));

  @Mixin private LoadOptions options = new LoadOptions();

  @Override
  public Integer call() throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            | load | turns/s | own time p50 | p95 | p99 (ms) | calls a turn | visible at call | \
            processor (ms a turn) | memory (MB) | cold start (s) |
            |---|---|---|---|---|---|---|---|---|---|
            """);
    for (LoadProfile load : LOADS) {
      System.out.println(load.words());
      table.append(row(load, new LoadRun(load, options).run()));
    }
    System.out.printf("%n%d ms a call, %s%n%n%s", options.latency, options.machine, table);
    return 0;
  }

  private static String row(LoadProfile load, LoadRun.Measured measured) {
    Sample median = measured.median();
    return "| %s | %.0f | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %d | %.1f |%n"
        .formatted(
            load.words(),
            median.of("turns.rate"),
            median.of("own.p50"),
            median.of("own.p95"),
            median.of("own.p99"),
            median.callsPerTurn(),
            median.of("visible.at"),
            1_000 * median.bot() / Math.max(1, median.of("turns")),
            measured.resident(),
            measured.coldStart());
  }
}
