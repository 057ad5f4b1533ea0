package backtalk;

import backtalk.cli.BadConversation;
import backtalk.cli.ChatCommand;
import backtalk.cli.Commands;
import backtalk.cli.SettingOptions;
import backtalk.cli.Streams;
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

  private final Streams streams;
  private final SettingOptions settings;

  private Main(Streams streams, SettingOptions settings) {
    this.streams = streams;
    this.settings = settings;
  }

  /** Ends with 0 after a success, 1 after a failure, 2 for wrong options and settings. */
  public static void main(String[] args) {
    System.exit(run(Streams.ofProcess(), args));
  }

  /** Runs one command line by these streams; the exit code. */
  static int run(Streams streams, String... args) {
    SettingOptions settings = new SettingOptions();
    Main main = new Main(streams, settings);
    return args.length == 0 ? main.started() : parsed(main, args);
  }

  /** Without words there is nothing to parse, which would lengthen the start. */
  private int started() {
    try {
      return call();
    } catch (RuntimeException failure) {
      return report(streams, failure);
    }
  }

  private static int parsed(Main main, String... args) {
    Streams streams = main.streams;
    CommandLine line = new CommandLine(main);
    Commands.of(streams, main.settings).forEach(line::addSubcommand);
    line.addSubcommand(new Rehearsal(streams));
    main.settings.addTo(line.getCommandSpec());
    line.setOut(streams.writer());
    line.setParameterExceptionHandler((wrong, ignored) -> refuse(streams, wrong));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(streams, failure));
    return line.execute(args);
  }

  @Override
  public Integer call() {
    Config config = settings.get();
    return config.token().isPresent() ? TelegramRun.of(config, streams.err()).run() : here();
  }

  private int here() {
    streams
        .err()
        .println(
            "backtalk: no TELEGRAM_BOT_TOKEN is set, so this is a chat in the terminal."
                + " To get a token, send /newbot to @BotFather on Telegram,"
                + " then write TELEGRAM_BOT_TOKEN=... into the file .env");
    return new ChatCommand(streams, settings).call();
  }

  private static int refuse(Streams streams, ParameterException wrong) {
    String what = String.valueOf(wrong.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    streams.err().println("backtalk: " + what + " (see " + command + " --help)");
    return WRONG_USE;
  }

  private static int report(Streams streams, Exception failure) {
    switch (failure) {
      case BadSettings bad -> bad.lines().forEach(line -> complain(streams, line));
      case BadConversation bad -> bad.lines().forEach(line -> streams.err().println(line));
      case StoreException failed -> complain(streams, String.valueOf(failed.getMessage()));
      case EmbeddingException failed -> complain(streams, String.valueOf(failed.getMessage()));
      case UncheckedIOException failed -> complain(streams, String.valueOf(failed.getMessage()));
      default -> LoggerFactory.getLogger(Main.class).error("backtalk failed", failure);
    }
    return failure instanceof BadSettings ? WRONG_USE : FAILED;
  }

  private static void complain(Streams streams, String line) {
    streams.err().println("backtalk: " + line);
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
