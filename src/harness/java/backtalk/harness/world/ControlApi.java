package backtalk.harness.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Handles the harness's control commands, {@code /control/WORD?name=value&...}. */
final class ControlApi {
  private static final String DONE = "ok\n";

  private final World world;

  ControlApi(World world) {
    this.world = world;
  }

  String handle(String path) {
    int query = path.indexOf('?');
    String word = path.substring("/control/".length(), query < 0 ? path.length() : query);
    Map<String, String> parameters = query < 0 ? Map.of() : values(path.substring(query + 1));
    return switch (word) {
      case "people" -> people(parameters);
      case "drive" ->
          done(() -> world.crowd.drive(Double.parseDouble(value(parameters, "rate", "-1"))));
      case "latency" -> done(() -> world.latency(Long.parseLong(value(parameters, "ms", "0"))));
      case "faults" -> done(() -> world.faults = faults(parameters));
      case "targets" -> done(() -> world.webhook.targets(ports(value(parameters, "ports", ""))));
      case "life" -> done(this::newStart);
      case "mark" -> done(world.measurements::mark);
      case "keep" -> done(world.journal::startRecording);
      case "burst" -> done(() -> burst(parameters));
      case "delays" -> world.burst.lines();
      case "figures" -> world.measurements.lines();
      case "journal" -> world.journal.lines();
      case "state" -> state();
      default -> "unknown: " + word + "\n";
    };
  }

  private String people(Map<String, String> parameters) {
    long seed = Long.parseLong(value(parameters, "seed", "1"));
    String file = value(parameters, "lines", "");
    world.crowd.ensurePeople(
        Integer.parseInt(value(parameters, "count", "1")),
        new UserBehavior(seed, file.isEmpty() ? List.of() : lines(Path.of(file))));
    return DONE;
  }

  private void burst(Map<String, String> parameters) {
    Burst.Size size =
        new Burst.Size(
            Integer.parseInt(value(parameters, "chats", "1")),
            Integer.parseInt(value(parameters, "texts", "100")),
            Integer.parseInt(value(parameters, "letters", "4096")),
            Integer.parseInt(value(parameters, "taps", "0")));
    world.burst.send(
        size,
        Integer.parseInt(value(parameters, "strangers", "6")),
        Long.parseLong(value(parameters, "after", "200")),
        new UserBehavior(
            Long.parseLong(value(parameters, "seed", "1")),
            lines(Path.of(value(parameters, "lines", "")))));
  }

  private void newStart() {
    world.starts++;
    world.firstPoll = 0;
  }

  private String state() {
    return "pending="
        + (world.longPolling.pending() + world.webhook.pending())
        + "\nwaiting="
        + world.crowd.waiting()
        + "\nopen="
        + world.journal.open()
        + "\nasked="
        + world.firstPoll
        + "\npush="
        + world.webhook.status()
        + "\n";
  }

  private static FaultRates faults(Map<String, String> parameters) {
    return new FaultRates(
        Double.parseDouble(value(parameters, "busy", "0")),
        Double.parseDouble(value(parameters, "error", "0")),
        Double.parseDouble(value(parameters, "lost", "0")),
        Double.parseDouble(value(parameters, "repeat", "0")),
        Double.parseDouble(value(parameters, "hurry", "0")));
  }

  private static List<Integer> ports(String list) {
    return Arrays.stream(list.split(",", -1)).map(Integer::valueOf).toList();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String done(Runnable work) {
    work.run();
    return DONE;
  }

  private static Map<String, String> values(String query) {
    Map<String, String> values = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      values.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return values;
  }

  private static String value(Map<String, String> parameters, String name, String otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }
}
