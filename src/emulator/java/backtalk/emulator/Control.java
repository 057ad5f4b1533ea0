package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * Serves the persons' actions over HTTP as JSON, for a person who tries the bot.
 *
 * <p>{@code /control/say} id, text; {@code /control/tap} id, label; {@code /control/screen} id;
 * {@code /control/crowd} first, people, text: each person says it once; {@code /control/calls}.
 */
final class Control {
  static final String PATH = "/control/";

  private final Emulator emulator;
  private final Map<Long, Person> people = new ConcurrentHashMap<>();

  Control(Emulator emulator) {
    this.emulator = emulator;
  }

  void handle(HttpMessage request, HttpConnection connection) throws IOException {
    connection.write(answer(request).message());
  }

  private Fault.Answer answer(HttpMessage request) {
    try {
      String[] target = request.target().split("\\?", 2);
      String query = target.length > 1 ? target[1] : "";
      Parameters asked = Parameters.of(query, Fault.JSON, request.body());
      return Fault.Answer.json(200, act(target[0], asked));
    } catch (AssertionError | RuntimeException failed) {
      return Fault.Answer.json(400, Json.object().put("error", failed.getMessage()));
    }
  }

  private ObjectNode act(String path, Parameters asked) {
    return switch (path) {
      case "/control/say" -> say(asked);
      case "/control/tap" -> tap(asked);
      case "/control/screen" -> screen(person(asked.number("id", 1)));
      case "/control/crowd" -> crowd(asked);
      case "/control/calls" -> calls();
      default -> throw new IllegalArgumentException("No such path: " + path);
    };
  }

  private Person person(long id) {
    return people.computeIfAbsent(id, key -> emulator.person("Person " + key, key));
  }

  private ObjectNode say(Parameters asked) {
    return person(asked.number("id", 1)).says(asked.text("text")).json();
  }

  private ObjectNode tap(Parameters asked) {
    Person person = person(asked.number("id", 1));
    person.taps(asked.text("label"));
    return screen(person);
  }

  private ObjectNode crowd(Parameters asked) {
    long first = asked.number("first", 1);
    long many = asked.number("people", 1);
    LongStream.range(first, first + many).forEach(id -> person(id).says(asked.text("text")));
    return Json.object().put("unconfirmed", emulator.unconfirmed());
  }

  private ObjectNode calls() {
    ObjectNode counts = Json.object();
    emulator.calls().counts().forEach(counts::put);
    return counts;
  }

  private static ObjectNode screen(Person person) {
    ObjectNode screen = Json.object();
    ArrayNode messages = screen.putArray("messages");
    for (TelegramMessage message : person.screen().visible()) {
      ObjectNode one = messages.addObject().put("id", message.id()).put("text", message.text());
      one.put("fromBot", message.fromBot()).put("edited", message.edited());
      ArrayNode rows = one.putArray("buttons");
      message.rows().forEach(row -> labels(rows.addArray(), row));
    }
    return screen;
  }

  private static void labels(ArrayNode labels, List<TelegramButton> row) {
    row.forEach(button -> labels.add(button.label()));
  }
}
