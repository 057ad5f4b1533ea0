package backtalk.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the world in a process of its own and sends it commands. */
public final class WorldProcess implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private WorldProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a world.
   *
   * @param latencyMillis the round trip of every call, in milliseconds
   */
  public static WorldProcess start(long seed, int latencyMillis) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "-cp",
            System.getProperty("java.class.path"),
            "backtalk.harness.world.WorldMain",
            Long.toString(seed),
            Integer.toString(latencyMillis));
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      return new WorldProcess(process, Integer.parseInt(String.valueOf(out.readLine())));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Returns the URL of the world's Bot API. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Returns the handle of the world's process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Sends a command to the world and returns its answer.
   *
   * @param parameters names and values in alternation
   */
  public String command(String word, String... parameters) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int at = 0; at < parameters.length; at += 2) {
      pairs.put(parameters[at], parameters[at + 1]);
    }
    String encoded =
        pairs.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    URI address = URI.create(url() + "/control/" + word + (encoded.isEmpty() ? "" : "?" + encoded));
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      return client.send(request, BodyHandlers.ofString(UTF_8)).body();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Sends a command and parses the answer's lines of {@code name=value}. */
  public Map<String, String> query(String word) {
    return command(word)
        .lines()
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf('=')),
                line -> line.substring(line.indexOf('=') + 1),
                (first, second) -> second,
                LinkedHashMap::new));
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroyForcibly();
  }
}
