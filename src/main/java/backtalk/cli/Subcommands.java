package backtalk.cli;

import backtalk.config.Config;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Lists the program's subcommands. */
public final class Subcommands {
  private Subcommands() {}

  /** Creates the subcommands in the order in which help shows them. */
  public static List<Callable<Integer>> of(Console console, Supplier<Config> settings) {
    return List.of(
        new ChatCommand(console, settings),
        new AskCommand(console, settings),
        new CheckCommand(console, settings),
        new TestCommand(console, settings),
        new GraphCommand(console, settings),
        new ReviewCommand(console, settings),
        new EvaluateCommand(console, settings),
        new BackupCommand(console, settings),
        new TrainCommand(console));
  }
}
