package backtalk.harness;

import backtalk.config.Setting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One packaged bot as a process: started, killed, and started again. */
public final class Replica {
  /** Looks like one of BotFather's. */
  static final String TOKEN = "123456789:AAHarnessHarnessHarnessHarness0000";

  static final Path HOME =
      Path.of(System.getProperty("backtalk.home", ".")).toAbsolutePath().normalize();

  private static final List<String> QUICK =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  private final List<String> command;
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
  private Optional<Process> process = Optional.empty();

  private Replica(List<String> command, Path folder) {
    this.command = List.copyOf(command);
    this.folder = folder;
    // A harness that is stopped half-way leaves no bot behind.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> process.ifPresent(Process::destroyForcibly)));
    set(Setting.TELEGRAM_BOT_TOKEN, TOKEN);
    set(Setting.DATA_DIR, folder.resolve("data").toString());
    set(Setting.CONVERSATION, HOME.resolve("conversations/back-cracking").toString());
  }

  /** A bot as its operator starts it, by the launcher; {@code options} are the Java machine's. */
  static Replica launched(Path folder, String options) {
    Replica replica = new Replica(List.of(HOME.resolve("backtalk").toString()), folder);
    replica.environment.put("JAVA_OPTS", options);
    return replica;
  }

  /** Runs it for its version alone: the launcher builds and rehearses what it needs to. */
  void prepare() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command.getFirst(), "--version");
      builder.environment().putAll(environment);
      Process once = builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
      if (!once.waitFor(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the launcher does not come to an end");
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** A bot for short lives: little is optimised in them. */
  public static Replica quick(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    command.addAll(archive());
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

  /** What the launcher keeps for a quicker start, where it is there; an outdated one is ignored. */
  private static List<String> archive() {
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

  /** Sets one of its settings. */
  public Replica set(Setting setting, String value) {
    settings.put(setting, value);
    return this;
  }

  Path dataDir() {
    return Path.of(settings.getOrDefault(Setting.DATA_DIR, ""));
  }

  /** Starts it; what it writes goes to {@code bot.log} in its folder. */
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

  /** Ends it as a power cut does. */
  public void kill() {
    process.ifPresent(Process::destroyForcibly);
    await(Duration.ofSeconds(10));
  }

  /** Asks it to end; its exit code, 0 only where it was done within its ten seconds. */
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
