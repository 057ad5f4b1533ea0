package backtalk;

import backtalk.app.App;
import backtalk.app.InvalidConversationException;
import backtalk.cli.Console;
import backtalk.cli.SettingOptions;
import backtalk.cli.Subcommands;
import backtalk.config.Config;
import backtalk.config.InvalidConfigException;
import backtalk.embedding.EmbeddingException;
import backtalk.store.StoreException;
import backtalk.studio.StudioCommand;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** Parses the command line and runs the command that it names. */
@Command(
    name = "backtalk",
    description = {
      "A Telegram bot that answers questions about a cracking back.",
      "Without a command: runs the bot on Telegram; without a token, the studio."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int USAGE_ERROR = 2;

  private final Console console;
  private final SettingOptions settings;

  private Main(Console console, SettingOptions settings) {
    this.console = console;
    this.settings = settings;
  }

  /**
   * Exits with 0 after a success, 1 after a failure, 2 for wrong options or settings, and {@code
   * train} with 3 where nothing can be trained.
   */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /** Runs one command line on these streams and returns its exit code. */
  static int run(Console console, String... args) {
    Main main = new Main(console, new SettingOptions());
    return args.length == 0 ? main.runWithoutArguments() : main.parseAndRun(args);
  }

  /** Runs the bot without loading the parser, which would lengthen the start. */
  private int runWithoutArguments() {
    try {
      return call();
    } catch (RuntimeException failure) {
      return report(console, failure);
    }
  }

  private int parseAndRun(String... args) {
    CommandLine line = new CommandLine(this);
    Subcommands.of(console, settings).forEach(line::addSubcommand);
    line.addSubcommand(new StudioCommand(console, settings));
    settings.addTo(line.getCommandSpec());
    line.setOut(console.writer());
    line.setParameterExceptionHandler((mistake, ignored) -> reportUsage(console, mistake));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure));
    return line.execute(args);
  }

  @Override
  public Integer call() {
    Config config = settings.get();
    return config.token().isPresent()
        ? App.of(config, console.err()).run()
        : StudioCommand.withoutToken(console, settings);
  }

  private static int reportUsage(Console console, ParameterException mistake) {
    String message = String.valueOf(mistake.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println("backtalk: " + message + " (see " + command + " --help)");
    return USAGE_ERROR;
  }

  private static int report(Console console, Exception failure) {
    switch (failure) {
      case InvalidConfigException e -> e.lines().forEach(line -> printLine(console, line));
      case InvalidConversationException e -> e.lines().forEach(console.err()::println);
      case StoreException failed -> printLine(console, String.valueOf(failed.getMessage()));
      case EmbeddingException failed -> printLine(console, String.valueOf(failed.getMessage()));
      case UncheckedIOException failed -> printLine(console, String.valueOf(failed.getMessage()));
      default -> LoggerFactory.getLogger(Main.class).error("backtalk failed", failure);
    }
    return failure instanceof InvalidConfigException ? USAGE_ERROR : FAILED;
  }

  private static void printLine(Console console, String line) {
    console.err().println("backtalk: " + line);
  }

  /** Reads the version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"backtalk " + (version == null ? "(not packaged)" : version)};
    }
  }
}
