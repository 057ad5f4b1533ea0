package backtalk.harness;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures one load after another, and prints the table of docs/load.md. */
@Command(name = "figures", description = "the table of docs/load.md, in one run")
final class FiguresCommand implements Callable<Integer> {
  private static final int MANY = 100_000;

  private static final List<Load> LOADS =
      List.of(
          new Load(false, false, 0, 0),
          new Load(false, true, 0, 0),
          new Load(true, false, 0, 0),
          new Load(false, false, 300, MANY),
          new Load(true, false, 50, MANY));

  @Mixin private LoadTerms terms = new LoadTerms();

  @Override
  public Integer call() throws IOException {
    StringBuilder table =
        new StringBuilder(
            """
            | load | turns/s | own time p50 | p95 | p99 (ms) | calls a turn | visible at call | \
            processor (ms a turn) | memory (MB) | cold start (s) |
            |---|---|---|---|---|---|---|---|---|---|
            """);
    for (Load load : LOADS) {
      System.out.println(load.words());
      table.append(row(load, new LoadRun(load, terms).run()));
    }
    System.out.printf("%n%d ms a call, %s%n%n%s", terms.latency, terms.machine, table);
    return 0;
  }

  private static String row(Load load, LoadRun.Measured measured) {
    Sample it = measured.median();
    return "| %s | %.0f | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %d | %.1f |%n"
        .formatted(
            load.words(),
            it.of("turns.rate"),
            it.of("own.p50"),
            it.of("own.p95"),
            it.of("own.p99"),
            it.callsPerTurn(),
            it.of("visible.at"),
            1_000 * it.bot() / Math.max(1, it.of("turns")),
            measured.resident(),
            measured.coldStart());
  }
}
