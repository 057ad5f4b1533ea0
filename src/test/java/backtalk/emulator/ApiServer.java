package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the bot's HTTP calls: parses them, applies planned faults, answers as Telegram does. */
final class ApiServer implements HttpHandler {
  private static final Pattern PATH = Pattern.compile("/bot([^/]*)/(\\w+)");

  private final TelegramState state;
  private final Faults faults;
  private final Methods methods;
  private final String token;

  ApiServer(TelegramState state, Faults faults, Methods methods, String token) {
    this.state = state;
    this.faults = faults;
    this.methods = methods;
    this.token = token;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      if (path.matches()) {
        handle(exchange, path.group(1), path.group(2));
      } else {
        Reply.refused(Refusal.of(404, "Not Found")).send(exchange);
      }
    }
  }

  private void handle(HttpExchange exchange, String givenToken, String name) throws IOException {
    ObjectNode parameters = Json.object();
    Optional<Refusal> wrong = Optional.empty();
    try {
      parameters = parameters(exchange);
    } catch (Refusal unreadable) {
      wrong = Optional.of(unreadable);
    }
    if (!givenToken.equals(token)) {
      wrong = Optional.of(Refusal.of(401, "Unauthorized"));
    }
    String method = methods.find(name).map(Method::name).orElse(name);
    applyFaults(exchange, state.calls.begin(method, parameters), wrong);
  }

  private static ObjectNode parameters(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String query = exchange.getRequestURI().getRawQuery();
    byte[] body = exchange.getRequestBody().readAllBytes();
    return Body.read(
        Objects.requireNonNullElse(query, ""), Objects.requireNonNullElse(type, ""), body);
  }

  private void applyFaults(HttpExchange exchange, Call call, Optional<Refusal> wrong)
      throws IOException {
    sleep(faults.latency());
    Optional<Faults.Met> met = faults.meet(call);
    if (met.isEmpty()) {
      answer(exchange, call, wrong);
    } else if (met.get().fault() instanceof Fault.Hang hang) {
      faults.hang(met.get(), hang.atMost());
      answer(exchange, call, wrong);
    } else {
      answerWithFault(exchange, call, wrong, met.get().fault());
    }
  }

  private void answer(HttpExchange exchange, Call call, Optional<Refusal> wrong)
      throws IOException {
    Outcome outcome = outcome(call, wrong);
    state.calls.end(call, outcome);
    reply(outcome).send(exchange);
  }

  private void answerWithFault(
      HttpExchange exchange, Call call, Optional<Refusal> wrong, Fault fault) throws IOException {
    switch (fault) {
      case Fault.Answer answer -> {
        state.calls.end(call, new Outcome.Faulted(fault, false));
        new Reply(answer.status(), answer.contentType(), answer.body()).send(exchange);
      }
      case Fault.DropBefore before -> state.calls.end(call, new Outcome.Faulted(before, false));
      case Fault.DropAfter after -> handleUnanswered(call, wrong, after);
      case Fault.HalfJson half -> handleUnanswered(call, wrong, half).halved().send(exchange);
      case Fault.BrokenOff off -> handleUnanswered(call, wrong, off).sendBrokenOff(exchange);
      case Fault.Hang hang -> throw new IllegalStateException("already handled: " + hang);
    }
  }

  /** Handles the call, and returns the answer of which the bot receives only a part. */
  private Reply handleUnanswered(Call call, Optional<Refusal> wrong, Fault fault) {
    Outcome outcome = outcome(call, wrong);
    boolean handled = outcome instanceof Outcome.Accepted;
    state.calls.end(call, new Outcome.Faulted(fault, handled));
    return reply(outcome);
  }

  private Outcome outcome(Call call, Optional<Refusal> wrong) {
    try {
      if (wrong.isPresent()) {
        throw wrong.get();
      }
      return new Outcome.Accepted(result(call));
    } catch (Refusal refusal) {
      return new Outcome.Refused(refusal);
    }
  }

  private JsonNode result(Call call) {
    Method method =
        methods
            .find(call.method())
            .orElseThrow(() -> Refusal.of(404, "Not Found: method not found"));
    call.parameters()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!method.knows(name)) {
                state.calls.unknown(method.name(), name);
              }
            });
    return method.action().apply(new Parameters(call.parameters()));
  }

  private Reply reply(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> {
        JsonNode body = Json.object().put("ok", true).set("result", accepted.result());
        yield Reply.json(200, (state.newer ? NewerVersion.of(body) : body).toString());
      }
      case Outcome.Refused refused -> Reply.refused(refused.refusal());
      case Outcome.Faulted faulted -> throw new IllegalStateException("no answer: " + faulted);
      case Outcome.InFlight flying -> throw new IllegalStateException("no answer: " + flying);
    };
  }

  private static void sleep(Duration time) {
    try {
      if (!time.isZero()) {
        Thread.sleep(time);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
