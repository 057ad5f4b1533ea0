package backtalk.cli;

import backtalk.Config;
import backtalk.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: a copy of the embedded database, also while a bot works in it. */
@Command(
    name = "backup",
    description = "Copies the database in DATA_DIR, also while the bot is running.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
  private final Streams streams;
  private final Supplier<Config> settings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the copy, which is not there yet")
  private Path file = Path.of("");

  /** A backup that says to these streams what it did. */
  public BackupCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
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
    long bytes = Backup.of(config.dataDir()).into(file);
    streams.err().printf("backtalk: %s holds a whole copy, %d bytes%n", file, bytes);
    return 0;
  }
}
