package backtalk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.emulator.Call.Result;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers the bot's calls: parses them, applies planned faults, answers as Telegram does. */
final class ApiServer {
  private static final Pattern PATH = Pattern.compile("/bot([^/]*)/(\\w+)(?:\\?(.*))?");

  private final TelegramState state;
  private final Faults faults;
  private final Polling polling;
  private final Map<String, Method> methods;

  ApiServer(TelegramState state, Faults faults, WebhookPushes pushes, Polling polling) {
    this.state = state;
    this.faults = faults;
    this.polling = polling;
    this.methods =
        Method.byName(
            Stream.of(
                    polling.methods(),
                    pushes.methods(),
                    new BotAccount(state).methods(),
                    new Sending(state).methods(),
                    state.inlineQueries.methods(),
                    new Editing(state).methods())
                .flatMap(List::stream)
                .toList());
  }

  /** Holds a call on its way to its answer; {@code wrong} refuses it whatever it asks. */
  private record Pending(
      HttpConnection connection, Call call, Parameters asked, Optional<Refusal> wrong) {}

  void handle(HttpMessage request, HttpConnection connection) throws IOException {
    Matcher path = PATH.matcher(request.target());
    if (!path.matches()) {
      write(connection, Fault.Answer.of(Refusal.of(404, "Not Found")));
      return;
    }
    Parameters asked = new Parameters(Json.object());
    Optional<Refusal> wrong = Optional.empty();
    try {
      String query = Objects.requireNonNullElse(path.group(3), "");
      asked = Parameters.of(query, request.header("Content-Type"), request.body());
    } catch (Refusal unreadable) {
      wrong = Optional.of(unreadable);
    }
    if (!URLDecoder.decode(path.group(1), UTF_8).equals(Emulator.TOKEN)) {
      wrong = Optional.of(Refusal.of(401, "Unauthorized"));
    }
    String method = method(path.group(2)).map(Method::name).orElse(path.group(2));
    Call call = state.calls.begin(method, asked.values());
    faults.delay();
    answer(new Pending(connection, call, asked, wrong), faults.meet(call));
  }

  private void answer(Pending pending, Optional<Fault> fault) throws IOException {
    if (fault.isPresent()) {
      answerWithFault(pending, fault.get());
      return;
    }
    Result result = result(pending);
    state.calls.end(pending.call(), result);
    write(pending.connection(), answer(result));
    if (pending.call().is("getUpdates")) {
      polling.answered();
    }
  }

  private void answerWithFault(Pending pending, Fault fault) throws IOException {
    if (fault instanceof Fault.Answer answer) {
      state.calls.end(pending.call(), new Result.Faulted(Optional.empty()));
      write(pending.connection(), answer);
      return;
    }
    Result result =
        fault instanceof Fault.DropBefore ? new Result.Faulted(Optional.empty()) : result(pending);
    Optional<JsonNode> effect = pending.call().ended(result).effect();
    state.calls.end(pending.call(), new Result.Faulted(effect));
    switch (fault) {
      case Fault.HalfJson half -> write(pending.connection(), answer(result).half());
      case Fault.BrokenOff off -> pending.connection().writeHalf(answer(result).message());
      default -> pending.connection().close();
    }
  }

  private static void write(HttpConnection connection, Fault.Answer answer) throws IOException {
    connection.write(answer.message());
  }

  private Result result(Pending pending) {
    try {
      if (pending.wrong().isPresent()) {
        throw pending.wrong().get();
      }
      return new Result.Accepted(act(pending));
    } catch (Refusal refusal) {
      return new Result.Rejected(refusal);
    }
  }

  private JsonNode act(Pending pending) {
    Method method =
        method(pending.call().method())
            .orElseThrow(() -> Refusal.of(404, "Not Found: method not found"));
    for (Map.Entry<String, JsonNode> parameter : pending.asked().values().properties()) {
      if (!method.knows(parameter.getKey())) {
        state.calls.unknown(method.name(), parameter.getKey());
      }
    }
    return method.action().apply(pending.asked());
  }

  private Optional<Method> method(String name) {
    return Optional.ofNullable(methods.get(name.toLowerCase(Locale.ROOT)));
  }

  private Fault.Answer answer(Result result) {
    return switch (result) {
      case Result.Accepted accepted -> {
        JsonNode body = Json.object().put("ok", true).set("result", accepted.json());
        yield Fault.Answer.json(200, state.newer ? newer(body) : body);
      }
      case Result.Rejected rejected -> Fault.Answer.of(rejected.refusal());
      case Result.Faulted faulted -> throw new IllegalStateException("no answer: " + faulted);
      case Result.InFlight flying -> throw new IllegalStateException("no answer: " + flying);
    };
  }

  /** Returns the answer with an unknown field in every object, as a later Bot API may send. */
  private static JsonNode newer(JsonNode answer) {
    JsonNode more = answer.deepCopy();
    addField(more);
    return more;
  }

  private static void addField(JsonNode node) {
    Json.each(node).forEach(ApiServer::addField);
    if (node instanceof ObjectNode object) {
      object.putObject("added_later").put("type", "unheard_of").putArray("list").add(1);
    }
  }
}
