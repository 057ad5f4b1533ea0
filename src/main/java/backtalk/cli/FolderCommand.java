package backtalk.cli;

import backtalk.config.Config;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Runs a command on the conversation in a folder. */
abstract class FolderCommand implements Callable<Integer> {
  final Console console;
  final Supplier<Config> settings;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "default: the CONVERSATION setting")
  private @Nullable Path folder;

  FolderCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public final Integer call() {
    return run(folder == null ? settings.get().conversation() : folder);
  }

  /** Runs the command on a folder, and returns the exit code. */
  abstract int run(Path folder);
}
