package backtalk.emulator;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the bot by the command in the arguments, against an emulator and an empty store, and stops
 * it after its first turns. The launcher records the run in Java's ahead-of-time cache, which
 * shortens later starts.
 */
public final class TrainingRun {
  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(100);

  /** Limits the stop, in which Java writes the cache. */
  private static final int STOP_SECONDS = 120;

  private static final int PEOPLE = 50;

  /** Limits the turns of one person to fewer than the rate limit of the bot. */
  private static final int TURNS_EACH = 12;

  /** Matches what the bot inherits: none of the operator's settings and secrets. */
  private static final Pattern INHERITED =
      Pattern.compile("PATH|HOME|TMPDIR|LANG|LC_.*|JAVA_.*|JDK_.*|MALLOC_.*");

  private final Emulator telegram;
  private final Process bot;
  private final long end = System.nanoTime() + LENGTH.toNanos();

  private TrainingRun(Emulator telegram, Process bot) {
    this.telegram = telegram;
    this.bot = bot;
  }

  /** Exits with 0 where all turns were taken and the bot stopped cleanly. */
  public static void main(String[] command) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("backtalk-training");
    boolean succeeded = false;
    try (Emulator telegram = Emulator.start()) {
      Process bot = start(command, telegram, folder);
      succeeded = new TrainingRun(telegram, bot).run();
    } finally {
      delete(folder);
    }
    System.exit(succeeded ? 0 : 1);
  }

  private static Process start(String[] command, Emulator telegram, Path folder)
      throws IOException {
    Path home = Path.of(System.getProperty("backtalk.home", "")).toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !INHERITED.matcher(name).matches());
    environment.put("TELEGRAM_API_URL", telegram.url());
    environment.put("TELEGRAM_BOT_TOKEN", telegram.token());
    environment.put("CONVERSATION", home.resolve("conversations/back-cracking").toString());
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("PORT", "0");
    Process bot = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(bot::destroyForcibly));
    return bot;
  }

  private boolean run() throws InterruptedException {
    boolean talked = talk();
    bot.destroy();
    boolean stopped = bot.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    return talked && stopped && bot.exitValue() == 0;
  }

  /** Lets one person after the other talk to the bot; returns false where it does not answer. */
  private boolean talk() {
    try {
      awaitStart();
      for (int number = 0; number < PEOPLE && System.nanoTime() < end; number++) {
        visit(telegram.person("Trainee"));
      }
      return true;
    } catch (AssertionError silent) {
      System.err.println(silent.getMessage());
      return false;
    }
  }

  private void awaitStart() {
    while (true) {
      try {
        telegram.awaitListening(STEP);
        return;
      } catch (AssertionError notYet) {
        if (!bot.isAlive() || System.nanoTime() > end) {
          throw notYet;
        }
      }
    }
  }

  /** Asks a question, starts a check and denies every question. */
  private static void visit(Person person) {
    person.says("why does my back crack when i stretch");
    var unused = person.awaits(message -> true);
    person.says("/check");
    for (int turn = 2; turn < TURNS_EACH; turn++) {
      deny(person, person.awaits(message -> !message.buttons().isEmpty()));
    }
  }

  private static void deny(Person person, TelegramMessage shown) {
    shown.buttons().stream()
        .map(TelegramButton::data)
        .filter(data -> data.endsWith("r:n"))
        .findFirst()
        .ifPresentOrElse(data -> person.tapsAt(shown.id(), data), () -> person.says("/check"));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
