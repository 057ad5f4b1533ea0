package backtalk.cli;

import backtalk.config.Config;
import backtalk.store.DatabaseBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs {@code backup}: copies the embedded database, also while a bot uses it. */
@Command(
    name = "backup",
    description = "Copies the database in DATA_DIR, also while the bot is running.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Config> settings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the copy, which is not there yet")
  private Path file = Path.of("");

  /** Creates the command; it reports the result on the console's error stream. */
  public BackupCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Config config = settings.get();
    if (config.databaseUrl().isPresent()) {
      throw new ParameterException(
          command.commandLine(),
          "DATABASE_URL is set: copy that database with its own tool, such as pg_dump");
    }
    long bytes = DatabaseBackup.of(config.dataDir()).into(file);
    console.err().printf("backtalk: %s holds a whole copy, %d bytes%n", file, bytes);
    return 0;
  }
}
