package backtalk.cli;

import backtalk.Config;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Every command that stands below the program's own name. */
public final class Commands {
  private Commands() {}

  /** The commands, by these streams, in the order that help shows. */
  public static List<Callable<Integer>> of(Streams streams, Supplier<Config> settings) {
    return List.of(
        new ChatCommand(streams, settings),
        new AskCommand(streams, settings),
        new CheckCommand(streams, settings),
        new TestCommand(streams, settings),
        new GraphCommand(streams, settings),
        new EvaluateCommand(streams, settings),
        new BackupCommand(streams, settings),
        new LearnCommand());
  }
}
