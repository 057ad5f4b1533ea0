package backtalk.studio;

import backtalk.cli.ChatCommand;
import backtalk.cli.Console;
import backtalk.config.Config;
import backtalk.config.Setting;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Runs {@code studio}: serves the bot to a browser on this machine, until the process is ended. */
@Command(
    name = "studio",
    description = "Shows the bot, its reasons and its files in a browser on this machine.",
    mixinStandardHelpOptions = true)
public final class StudioCommand implements Callable<Integer> {
  private static final String DEFAULT = "default";

  private final Console console;
  private final Supplier<Config> settings;

  public StudioCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  /**
   * Tells how to get a token, and opens the studio for a person, or the chat in the terminal for
   * another program.
   */
  public static int withoutToken(Console console, Supplier<Config> settings) {
    console
        .err()
        .println(
            "backtalk: no TELEGRAM_BOT_TOKEN is set, so nobody on Telegram is answered."
                + " To get a token, send /newbot to @BotFather on Telegram,"
                + " then write TELEGRAM_BOT_TOKEN=... into the file .env");
    return console.interactive()
        ? new StudioCommand(console, settings).call()
        : new ChatCommand(console, settings).call();
  }

  @Override
  public Integer call() {
    Config config = settings.get();
    CountDownLatch ended = new CountDownLatch(1);
    try (Studio studio = Studio.open(config);
        StudioServer server = StudioServer.open(studio, port(config))) {
      Thread hook = Thread.ofPlatform().unstarted(() -> end(ended, server));
      Runtime.getRuntime().addShutdownHook(hook);
      console.err().println("backtalk: the studio is open for you alone; Ctrl-C ends it");
      console.out().println(server.link());
      console.out().flush();
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** Exits with 0, because a signal is the usual end. */
  private static void end(CountDownLatch ended, StudioServer server) {
    ended.countDown();
    server.close();
    Runtime.getRuntime().halt(0);
  }

  /** Returns the port that was asked for; any free one where it was not. */
  private static int port(Config config) {
    Config.Shown shown = config.shown().get(Setting.PORT);
    return shown == null || shown.where().equals(DEFAULT) ? 0 : config.port();
  }
}
