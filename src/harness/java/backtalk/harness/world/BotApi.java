package backtalk.harness.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves the Bot API methods that the bot calls, and the control commands. */
final class BotApi implements HttpConnection.Listener {
  private static final String OK = "{\"ok\":true,\"result\":true}";
  private static final String ME =
      "{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"Backtalk\",\"username\":\"BacktalkTestBot\"}";

  private final World world;
  private final ControlApi control;

  BotApi(World world) {
    this.world = world;
    this.control = new ControlApi(world);
  }

  @Override
  public void received(HttpConnection connection, HttpMessage request) {
    String path = request.target();
    if (path.startsWith("/control/")) {
      connection.send(HttpMessage.response(200, "", control.handle(path)), () -> {});
      return;
    }
    String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    world.measurements.called(method);
    RequestFields fields = RequestFields.of(request.body());
    switch (method) {
      case "sendmessage", "editmessagetext", "editmessagereplymarkup" ->
          show(connection, method, fields);
      case "answercallbackquery" -> {
        world.crowd.answered(fields.plain("callback_query_id"));
        world.afterHalfARoundTrip(() -> answerWithFaults(connection, () -> OK));
      }
      case "getupdates" ->
          world.afterHalfARoundTrip(() -> world.longPolling.receive(connection, fields));
      default ->
          world.afterHalfARoundTrip(() -> answer(connection, 200, simpleAnswer(method, fields)));
    }
  }

  @Override
  public void closed(HttpConnection connection) {
    world.longPolling.closed(connection);
  }

  private String simpleAnswer(String method, RequestFields fields) {
    return switch (method) {
      case "getme" -> ok(ME);
      case "getmycommands" -> ok("[]");
      case "getmydescription" -> ok("{\"description\":\"\"}");
      case "getmyshortdescription" -> ok("{\"short_description\":\"\"}");
      case "setwebhook" -> world.webhook.set(fields);
      case "deletewebhook" -> world.webhook.delete();
      case "getwebhookinfo" -> ok(world.webhook.json());
      default -> OK;
    };
  }

  private static String ok(String result) {
    return "{\"ok\":true,\"result\":" + result + "}";
  }

  private void show(HttpConnection connection, String method, RequestFields fields) {
    Optional<Person> found = world.crowd.person(fields.number("chat_id", 0));
    if (found.isEmpty()) {
      answer(connection, 400, error(400, "Bad Request: chat not found", ""));
      return;
    }
    Person person = found.get();
    world.crowd.called(person, !method.equals("editmessagereplymarkup"));
    world.afterHalfARoundTrip(() -> receiveCall(connection, method, fields, person));
  }

  private void receiveCall(
      HttpConnection connection, String method, RequestFields fields, Person person) {
    long now = System.nanoTime();
    if (person.mutedUntil - now > 0) {
      world.measurements.recordEvent(
          person.mutedDuring == world.starts
              ? "spoke before its time"
              : "forgot the time by dying");
      refuse(connection);
    } else if (world.chance.happens(world.faults.busy())) {
      person.mutedUntil = now + FaultRates.SILENCE_NANOS;
      person.mutedDuring = world.starts;
      world.measurements.recordEvent("answered 429");
      refuse(connection);
    } else {
      answerWithFaults(connection, () -> new ChatScreen(world, person).show(method, fields));
    }
  }

  private void refuse(HttpConnection connection) {
    String parameters = ",\"parameters\":{\"retry_after\":1}";
    answer(connection, 429, error(429, "Too Many Requests: retry after 1", parameters));
  }

  /** Carries out a call, unless it fails first; the answer may be lost. */
  private void answerWithFaults(HttpConnection connection, Supplier<String> call) {
    if (world.chance.happens(world.faults.error())) {
      world.measurements.recordEvent("answered 500");
      answer(connection, 500, error(500, "Internal Server Error", ""));
      return;
    }
    int before = world.journal.size();
    String answer = call.get();
    boolean lost = world.chance.happens(world.faults.lost());
    if (lost) {
      world.journal.lost(before);
      world.measurements.recordEvent("answer lost");
      world.afterHalfARoundTrip(connection::close);
    } else {
      answer(connection, answer.startsWith("{\"ok\":true") ? 200 : 400, answer);
    }
  }

  static String error(int code, String description, String more) {
    return "{\"ok\":false,\"error_code\":"
        + code
        + ",\"description\":\""
        + description
        + "\""
        + more
        + "}";
  }

  private void answer(HttpConnection connection, int status, String json) {
    world.afterHalfARoundTrip(
        () -> connection.send(HttpMessage.response(status, "", json), () -> {}));
  }

  static List<String> buttons(RequestFields fields) {
    return RequestFields.buttons(fields.raw("reply_markup"));
  }
}
