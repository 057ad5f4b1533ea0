package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * Serves the persons' actions over HTTP as JSON, for load tests in another process.
 *
 * <p>{@code /control/say} id, text; {@code /control/tap} id, label; {@code /control/screen} id;
 * {@code /control/crowd} first, people, text: each person says it once; {@code /control/calls}.
 */
final class Control implements HttpHandler {
  private final Emulator emulator;
  private final Map<Long, Person> people = new ConcurrentHashMap<>();

  Control(Emulator emulator) {
    this.emulator = emulator;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).send(exchange);
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      Parameters asked = new Parameters(Body.read(query, "application/json", body));
      return Reply.json(200, act(exchange.getRequestURI().getPath(), asked).toString());
    } catch (AssertionError | RuntimeException failed) {
      return Reply.json(400, Json.object().put("error", failed.getMessage()).toString());
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
    for (Message message : person.screen().visible()) {
      ObjectNode one = messages.addObject().put("id", message.id()).put("text", message.text());
      one.put("fromBot", message.fromBot()).put("edited", message.edited());
      ArrayNode rows = one.putArray("buttons");
      message.rows().forEach(row -> labels(rows.addArray(), row));
    }
    return screen;
  }

  private static void labels(ArrayNode labels, List<Button> row) {
    row.forEach(button -> labels.add(button.label()));
  }
}
