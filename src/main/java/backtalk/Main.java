package backtalk;

import backtalk.app.App;
import backtalk.app.InvalidConversationException;
import backtalk.app.TrainingRun;
import backtalk.cli.ChatCommand;
import backtalk.cli.Console;
import backtalk.cli.SettingOptions;
import backtalk.cli.Subcommands;
import backtalk.config.Config;
import backtalk.config.InvalidConfigException;
import backtalk.embedding.EmbeddingException;
import backtalk.store.StoreException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The door: takes the command line to the command it names. */
@Command(
    name = "backtalk",
    description = {
      "A Telegram bot that answers questions about a cracking back.",
      "Without a command: runs the bot on Telegram; without a token, a chat here."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final Console console;
  private final SettingOptions settings;

  private Main(Console console, SettingOptions settings) {
    this.console = console;
    this.settings = settings;
  }

  /** Ends with 0 after a success, 1 after a failure, 2 for wrong options and settings. */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /** Runs one command line by these streams; the exit code. */
  static int run(Console console, String... args) {
    SettingOptions settings = new SettingOptions();
    Main main = new Main(console, settings);
    return args.length == 0 ? main.started() : parsed(main, args);
  }

  /** Without words there is nothing to parse, which would lengthen the start. */
  private int started() {
    try {
      return call();
    } catch (RuntimeException failure) {
      return report(console, failure);
    }
  }

  private static int parsed(Main main, String... args) {
    Console console = main.console;
    CommandLine line = new CommandLine(main);
    Subcommands.of(console, main.settings).forEach(line::addSubcommand);
    line.addSubcommand(new TrainingRun(console));
    main.settings.addTo(line.getCommandSpec());
    line.setOut(console.writer());
    line.setParameterExceptionHandler((wrong, ignored) -> refuse(console, wrong));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure));
    return line.execute(args);
  }

  @Override
  public Integer call() {
    Config config = settings.get();
    return config.token().isPresent() ? App.of(config, console.err()).run() : here();
  }

  private int here() {
    console
        .err()
        .println(
            "backtalk: no TELEGRAM_BOT_TOKEN is set, so this is a chat in the terminal."
                + " To get a token, send /newbot to @BotFather on Telegram,"
                + " then write TELEGRAM_BOT_TOKEN=... into the file .env");
    return new ChatCommand(console, settings).call();
  }

  private static int refuse(Console console, ParameterException wrong) {
    String what = String.valueOf(wrong.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println("backtalk: " + what + " (see " + command + " --help)");
    return WRONG_USE;
  }

  private static int report(Console console, Exception failure) {
    switch (failure) {
      case InvalidConfigException bad -> bad.lines().forEach(line -> complain(console, line));
      case InvalidConversationException bad ->
          bad.lines().forEach(line -> console.err().println(line));
      case StoreException failed -> complain(console, String.valueOf(failed.getMessage()));
      case EmbeddingException failed -> complain(console, String.valueOf(failed.getMessage()));
      case UncheckedIOException failed -> complain(console, String.valueOf(failed.getMessage()));
      default -> LoggerFactory.getLogger(Main.class).error("backtalk failed", failure);
    }
    return failure instanceof InvalidConfigException ? WRONG_USE : FAILED;
  }

  private static void complain(Console console, String line) {
    console.err().println("backtalk: " + line);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"backtalk " + (version == null ? "(not packaged)" : version)};
    }
  }
}
