package backtalk.harness;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs {@code load}: measures the bot under one load. */
@Command(name = "load", description = "how fast the bot is, and how much it takes")
final class LoadCommand implements Callable<Integer> {

  @Option(names = "--typed", description = "people type instead of tapping")
  private boolean typed;

  @Option(names = "--webhook", description = "updates are pushed instead of polled")
  private boolean webhook;

  @Option(names = "--rate", description = "turns per second; default: as many as the bot can")
  private double rate;

  @Option(names = "--dialogues", description = "dialogues in the store before the start")
  private int dialogues;

  @Mixin private LoadOptions options = new LoadOptions();

  @Override
  public Integer call() throws IOException {
    LoadRun.Measured measured =
        new LoadRun(new LoadProfile(typed, webhook, rate, dialogues), options).run();
    System.out.println("median: " + measured.median().line());
    System.out.printf(
        "cold start %.2f s, resident %d MB, %s%n",
        measured.coldStart(), measured.resident(), options.machine);
    return 0;
  }
}
