package backtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.config.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program, started as a process of its own in an empty folder, with no setting of the
 * machine it runs on.
 */
final class PackagedProgram {
  static final Path PROJECT =
      Path.of(System.getProperty("backtalk.home", ".")).toAbsolutePath().normalize();
  static final Path CONVERSATION = PROJECT.resolve("conversations").resolve("back-cracking");

  private static final Path JAR = PROJECT.resolve("target").resolve("backtalk.jar");
  private static final long SECONDS = 60;

  private final Path folder;
  private final Map<String, String> settings = new HashMap<>();

  /** A program whose home and working folder are {@code folder}. */
  PackagedProgram(Path folder) {
    this.folder = folder;
    set(Setting.CONVERSATION, CONVERSATION.toString());
  }

  /** How a run ended, and what it wrote. */
  record Ended(int code, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }

    List<String> complaints() {
      return err.lines().toList();
    }
  }

  PackagedProgram set(Setting setting, String value) {
    settings.put(setting.name(), value);
    return this;
  }

  /** Runs to the end, with this for its input. */
  Ended run(String input, String... arguments) {
    try {
      Process process = start(arguments);
      var out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      var err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(UTF_8));
      }
      await(process);
      return new Ended(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts and leaves it running; the caller ends it. */
  Process start(String... arguments) throws IOException {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("there is no " + JAR + ": run mvn package");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-Dbacktalk.home=" + folder, "-jar", JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Arrays.stream(Setting.values()).map(Setting::name).forEach(builder.environment()::remove);
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(settings);
    return builder.start();
  }

  private static void await(Process process) {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the program did not end within " + SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String read(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
