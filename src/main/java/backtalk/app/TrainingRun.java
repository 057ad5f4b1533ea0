package backtalk.app;

import backtalk.cli.Console;
import backtalk.config.Config;
import backtalk.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Runs a start of the bot and its first turns against a simulated Telegram and a temporary store.
 * The launcher records the run in Java's ahead-of-time cache, which shortens later starts.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Runs the bot once for the ahead-of-time cache of the launcher.")
public final class TrainingRun implements Callable<Integer> {

  private static final int TURNS = 600;
  private static final int SECONDS = 20;
  private static final String TOKEN = "1234567:AArehearsal_is_no_real_token_00000";

  private final Console console;

  public TrainingRun(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("backtalk-training");
    try (TrainingBotApi telegram = TrainingBotApi.start(TURNS)) {
      return runTurns(telegram, folder) ? 0 : 1;
    } finally {
      delete(folder);
    }
  }

  private boolean runTurns(TrainingBotApi telegram, Path folder) throws InterruptedException {
    ShutdownHook stop = new ShutdownHook();
    try {
      App.of(config(telegram, folder), console.err()).start(stop);
      return telegram.awaitEnd(SECONDS);
    } finally {
      stop.closeAll();
    }
  }

  /** Returns settings that use none of the operator's files or secrets. */
  private static Config config(TrainingBotApi telegram, Path folder) {
    Path home = Path.of("").toAbsolutePath().resolve(System.getProperty("backtalk.home", ""));
    Map<Setting, String> settings =
        Map.of(
            Setting.TELEGRAM_BOT_TOKEN, TOKEN,
            Setting.TELEGRAM_API_URL, telegram.url(),
            Setting.DATA_DIR, folder.resolve("data").toString(),
            Setting.CONVERSATION, home.resolve("conversations/back-cracking").toString(),
            Setting.PORT, "0");
    return Config.read(settings, Map.of(), folder, folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
