package backtalk.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import backtalk.config.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the packaged bot as a separate process, and keeps every line of output of all its runs. */
final class BotProcess {
  static final Path HOME =
      Path.of(System.getProperty("backtalk.home", ".")).toAbsolutePath().normalize();
  static final Path CONVERSATION = HOME.resolve("conversations").resolve("back-cracking");

  private static final Path JAR = HOME.resolve("target").resolve("backtalk.jar");
  private static final Pattern ADMIN_ADDRESS = Pattern.compile("127\\.0\\.0\\.1:\\d+");
  private static final int LAST_LINES_SECONDS = 10;

  private final Path folder;
  private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private Optional<Run> run = Optional.empty();

  private record Run(Process process, List<Thread> readers) {}

  /** Prepares a bot with the working folder {@code folder} and its data in {@code folder/data}. */
  BotProcess(Path folder) {
    this.folder = folder;
    set(Setting.CONVERSATION, CONVERSATION.toString());
    set(Setting.DATA_DIR, dataDir().toString());
    set(Setting.PORT, "0");
  }

  BotProcess set(Setting setting, String value) {
    settings.put(setting, value);
    return this;
  }

  Path dataDir() {
    return folder.resolve("data");
  }

  /**
   * Starts the bot, or another command of the program, without the settings of the machine's
   * environment. Returns at once.
   */
  BotProcess start(String... arguments) {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("there is no " + JAR + ": run mvn package");
    }
    ProcessBuilder builder = new ProcessBuilder(command(arguments)).directory(folder.toFile());
    Arrays.stream(Setting.values()).map(Setting::name).forEach(builder.environment()::remove);
    settings.forEach((setting, value) -> builder.environment().put(setting.name(), value));
    try {
      Process process = builder.start();
      Thread output = collect(process.getInputStream(), out);
      Thread errors = collect(process.getErrorStream(), err);
      run = Optional.of(new Run(process, List.of(output, errors)));
      return this;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Uses the JDK of this test with little optimisation, because each run is short. */
  private List<String> command(String... arguments) {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Dbacktalk.home=" + folder,
            "-jar",
            JAR.toString());
    return Stream.concat(java.stream(), Arrays.stream(arguments)).toList();
  }

  /** Returns the content of an admin page, and waits until the server listens. */
  String page(String path) {
    await().atMost(TestEnvironment.PATIENCE).until(() -> !err("own pages on").isEmpty());
    Matcher address = ADMIN_ADDRESS.matcher(err("own pages on").getLast());
    assertThat(address.find()).isTrue();
    try (InputStream page = URI.create("http://" + address.group() + path).toURL().openStream()) {
      return new String(page.readAllBytes(), UTF_8);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  boolean isRunning() {
    return run.filter(it -> it.process().isAlive()).isPresent();
  }

  /** Kills the process without a shutdown, as a power cut does. */
  void kill() {
    run.ifPresent(it -> it.process().destroyForcibly());
    awaitExit(Duration.ofSeconds(LAST_LINES_SECONDS));
  }

  /** Sends a signal: {@code STOP} freezes the process, {@code CONT} resumes it. */
  void signal(String name) {
    String pid = Long.toString(run.orElseThrow().process().pid());
    try {
      int code = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
      assertThat(code).isZero();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  /** Asks the process to stop and returns its exit code; fails after ten seconds. */
  int terminate() {
    run.orElseThrow().process().destroy();
    return awaitExit(Duration.ofSeconds(10));
  }

  /** Waits until the process has stopped and its output is read, and returns the exit code. */
  int awaitExit(Duration atMost) {
    Process process = run.orElseThrow().process();
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("It still runs after " + atMost + ":\n" + written());
      }
      for (Thread reader : run.orElseThrow().readers()) {
        reader.join(Duration.ofSeconds(LAST_LINES_SECONDS));
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  /** Returns the lines on stdout. */
  List<String> out() {
    return List.copyOf(out);
  }

  /** Returns the lines on stderr. */
  List<String> err() {
    return List.copyOf(err);
  }

  /** Returns the lines on stderr that contain the text. */
  List<String> err(String fragment) {
    return err.stream().filter(line -> line.contains(fragment)).toList();
  }

  /** Returns all output. */
  String written() {
    return String.join("\n", out) + "\n" + String.join("\n", err);
  }

  private static Thread collect(InputStream stream, List<String> lines) {
    return Thread.ofVirtual().start(() -> read(stream, lines));
  }

  private static void read(InputStream stream, List<String> lines) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException killed) {
      lines.add("(the output breaks off)");
    }
  }
}
