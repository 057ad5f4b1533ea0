package backtalk.harness;

import backtalk.config.Setting;
import backtalk.emulator.Emulator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the packaged bot as a process that can be started, killed and started again. */
public final class Replica {
  static final Path HOME =
      Path.of(System.getProperty("backtalk.home", ".")).toAbsolutePath().normalize();

  private static final List<String> FAST_START_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  private final List<String> command;
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
  private Optional<Process> process = Optional.empty();

  private Replica(List<String> command, Path folder) {
    this.command = List.copyOf(command);
    this.folder = folder;
    // Stops the bot when the harness is interrupted.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> process.ifPresent(Process::destroyForcibly)));
    set(Setting.TELEGRAM_BOT_TOKEN, Emulator.TOKEN);
    set(Setting.DATA_DIR, folder.resolve("data").toString());
    set(Setting.TIME_ZONE, daytime().getId());
    set(Setting.CONVERSATION, HOME.resolve("conversations/back-cracking").toString());
  }

  /** Returns a time zone in which it is about two in the afternoon. */
  private static ZoneOffset daytime() {
    int hour = LocalTime.now(ZoneOffset.UTC).getHour();
    return ZoneOffset.ofHours((14 - hour + 36) % 24 - 12);
  }

  /**
   * Creates a bot that the launcher starts, as an operator does.
   *
   * @param options the options of the Java virtual machine
   */
  static Replica byLauncher(Path folder, String options) {
    Replica replica = new Replica(List.of(HOME.resolve("backtalk").toString()), folder);
    replica.environment.put("JAVA_OPTS", options);
    return replica;
  }

  /** Runs {@code --version} once, so that the launcher builds its caches. */
  void prepare() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command.getFirst(), "--version");
      builder.environment().putAll(environment);
      Process launcher = builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
      if (!launcher.waitFor(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the launcher does not finish");
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Creates a bot for short runs, with options for a fast start instead of full optimisation. */
  public static Replica shortLived(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FAST_START_OPTIONS);
    command.addAll(aotOptions());
    command.addAll(List.of("-Dbacktalk.home=" + HOME, "-jar", packaged().toString()));
    return new Replica(command, folder);
  }

  private static Path packaged() {
    Path program = HOME.resolve("target/backtalk.jar");
    if (!Files.exists(program)) {
      throw new IllegalStateException(program + " is not there: mvn -B package -DskipTests");
    }
    return program;
  }

  /**
   * Returns the options for the launcher's AOT cache, empty where there is none. Java ignores an
   * outdated cache.
   */
  private static List<String> aotOptions() {
    try (Stream<Path> files = Files.list(HOME.resolve("target"))) {
      return files
          .filter(file -> file.toString().endsWith(".aot"))
          .limit(1)
          .flatMap(file -> Stream.of("-XX:AOTCache=" + file, "-Xlog:disable"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Sets a setting of the bot. */
  public Replica set(Setting setting, String value) {
    settings.put(setting, value);
    return this;
  }

  Path dataDir() {
    return Path.of(settings.getOrDefault(Setting.DATA_DIR, ""));
  }

  /** Starts the bot; its output is appended to {@code bot.log} in its folder. */
  public Replica start() {
    File log = folder.resolve("bot.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log));
    Arrays.stream(Setting.values()).map(Setting::name).forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    settings.forEach((setting, value) -> builder.environment().put(setting.name(), value));
    try {
      process = Optional.of(builder.start());
      return this;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  boolean isRunning() {
    return process.filter(Process::isAlive).isPresent();
  }

  long pid() {
    return process.orElseThrow().pid();
  }

  /** Kills the process without any cleanup, as a power cut does. */
  public void kill() {
    process.ifPresent(Process::destroyForcibly);
    await(Duration.ofSeconds(10));
  }

  /**
   * Asks the process to stop with SIGTERM; returns its exit code, 0 only after a clean stop within
   * ten seconds.
   */
  int terminate() {
    process.ifPresent(Process::destroy);
    return await(Duration.ofSeconds(15));
  }

  private int await(Duration atMost) {
    if (process.isEmpty()) {
      return 0;
    }
    try {
      if (!process.get().waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the bot still runs after " + atMost);
      }
      return process.get().exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
