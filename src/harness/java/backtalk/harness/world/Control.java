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

/** What the harness tells the world, and asks it: {@code /control/WORD?name=value&...}. */
final class Control {
  private static final String DONE = "ok\n";

  private final World world;

  Control(World world) {
    this.world = world;
  }

  String obey(String path) {
    int query = path.indexOf('?');
    String word = path.substring("/control/".length(), query < 0 ? path.length() : query);
    Map<String, String> told = query < 0 ? Map.of() : values(path.substring(query + 1));
    return switch (word) {
      case "people" -> people(told);
      case "drive" -> done(() -> world.crowd.drive(Double.parseDouble(value(told, "rate", "-1"))));
      case "latency" -> done(() -> world.latency(Long.parseLong(value(told, "ms", "0"))));
      case "faults" -> done(() -> world.faults = faults(told));
      case "targets" -> done(() -> world.pushes.targets(ports(value(told, "ports", ""))));
      case "life" -> done(this::newLife);
      case "mark" -> done(world.figures::mark);
      case "keep" -> done(world.journal::keep);
      case "burst" -> done(() -> burst(told));
      case "delays" -> world.burst.lines();
      case "figures" -> world.figures.lines();
      case "journal" -> world.journal.lines();
      case "state" -> state();
      default -> "unknown: " + word + "\n";
    };
  }

  private String people(Map<String, String> told) {
    long seed = Long.parseLong(value(told, "seed", "1"));
    String file = value(told, "lines", "");
    world.crowd.gather(
        Integer.parseInt(value(told, "count", "1")),
        new Habits(seed, file.isEmpty() ? List.of() : lines(Path.of(file))));
    return DONE;
  }

  private void burst(Map<String, String> told) {
    Burst.Size size =
        new Burst.Size(
            Integer.parseInt(value(told, "chats", "1")),
            Integer.parseInt(value(told, "texts", "100")),
            Integer.parseInt(value(told, "letters", "4096")),
            Integer.parseInt(value(told, "taps", "0")));
    world.burst.send(
        size,
        Integer.parseInt(value(told, "strangers", "6")),
        Long.parseLong(value(told, "after", "200")),
        new Habits(
            Long.parseLong(value(told, "seed", "1")), lines(Path.of(value(told, "lines", "")))));
  }

  private void newLife() {
    world.life++;
    world.asked = 0;
  }

  private String state() {
    return "pending="
        + (world.polls.pending() + world.pushes.pending())
        + "\nwaiting="
        + world.crowd.waiting()
        + "\nopen="
        + world.journal.open()
        + "\nasked="
        + world.asked
        + "\npush="
        + world.pushes.standing()
        + "\n";
  }

  private static Faults faults(Map<String, String> told) {
    return new Faults(
        Double.parseDouble(value(told, "busy", "0")),
        Double.parseDouble(value(told, "error", "0")),
        Double.parseDouble(value(told, "lost", "0")),
        Double.parseDouble(value(told, "repeat", "0")),
        Double.parseDouble(value(told, "hurry", "0")));
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

  private static String value(Map<String, String> told, String name, String otherwise) {
    return told.getOrDefault(name, otherwise);
  }
}
