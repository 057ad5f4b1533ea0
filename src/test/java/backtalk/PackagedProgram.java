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
 * Runs the packaged program as a separate process in an empty folder, without any setting of this
 * machine.
 */
final class PackagedProgram {
  static final Path PROJECT =
      Path.of(System.getProperty("backtalk.home", ".")).toAbsolutePath().normalize();
  static final Path CONVERSATION = PROJECT.resolve("conversations").resolve("back-cracking");

  private static final Path JAR = PROJECT.resolve("target").resolve("backtalk.jar");
  private static final long SECONDS = 60;

  private final Path folder;
  private final Map<String, String> settings = new HashMap<>();

  /** Creates a program with {@code folder} as its home and working folder. */
  PackagedProgram(Path folder) {
    this.folder = folder;
    set(Setting.CONVERSATION, CONVERSATION.toString());
  }

  /** Holds the exit code and the output of a run. */
  record Result(int code, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }

    List<String> errorLines() {
      return err.lines().toList();
    }
  }

  PackagedProgram set(Setting setting, String value) {
    settings.put(setting.name(), value);
    return this;
  }

  /** Runs the program to its end with this input. */
  Result run(String input, String... arguments) {
    try {
      Process process = start(arguments);
      var out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      var err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(UTF_8));
      }
      await(process);
      return new Result(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the program; the caller must stop it. */
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
