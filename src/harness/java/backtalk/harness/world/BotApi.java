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
  public void received(HttpConnection link, HttpMessage request) {
    String path = request.target();
    if (path.startsWith("/control/")) {
      link.send(HttpMessage.response(200, "", control.handle(path)), () -> {});
      return;
    }
    String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    world.measurements.called(method);
    RequestFields asked = RequestFields.of(request.body());
    switch (method) {
      case "sendmessage", "editmessagetext", "editmessagereplymarkup" -> show(link, method, asked);
      case "answercallbackquery" -> {
        world.crowd.answered(asked.plain("callback_query_id"));
        world.afterHalfARoundTrip(() -> faulty(link, () -> OK));
      }
      case "getupdates" -> world.afterHalfARoundTrip(() -> world.polls.receive(link, asked));
      default -> world.afterHalfARoundTrip(() -> answer(link, 200, plain(method, asked)));
    }
  }

  @Override
  public void closed(HttpConnection link) {
    world.polls.closed(link);
  }

  private String plain(String method, RequestFields asked) {
    return switch (method) {
      case "getme" -> ok(ME);
      case "getmycommands" -> ok("[]");
      case "getmydescription" -> ok("{\"description\":\"\"}");
      case "getmyshortdescription" -> ok("{\"short_description\":\"\"}");
      case "setwebhook" -> world.pushes.set(asked);
      case "deletewebhook" -> world.pushes.delete();
      case "getwebhookinfo" -> ok(world.pushes.json());
      default -> OK;
    };
  }

  private static String ok(String result) {
    return "{\"ok\":true,\"result\":" + result + "}";
  }

  private void show(HttpConnection link, String method, RequestFields asked) {
    Optional<Person> found = world.crowd.person(asked.number("chat_id", 0));
    if (found.isEmpty()) {
      answer(link, 400, error(400, "Bad Request: chat not found", ""));
      return;
    }
    Person person = found.get();
    world.crowd.called(person, !method.equals("editmessagereplymarkup"));
    world.afterHalfARoundTrip(() -> arrived(link, method, asked, person));
  }

  private void arrived(HttpConnection link, String method, RequestFields asked, Person person) {
    long now = System.nanoTime();
    if (person.mutedUntil - now > 0) {
      world.measurements.recordEvent(
          person.mutedDuring == world.starts
              ? "spoke before its time"
              : "forgot the time by dying");
      refuse(link);
    } else if (world.chance.chance(world.faults.busy())) {
      person.mutedUntil = now + FaultRates.SILENCE_NANOS;
      person.mutedDuring = world.starts;
      world.measurements.recordEvent("answered 429");
      refuse(link);
    } else {
      faulty(link, () -> new ChatScreen(world, person).show(method, asked));
    }
  }

  private void refuse(HttpConnection link) {
    String parameters = ",\"parameters\":{\"retry_after\":1}";
    answer(link, 429, error(429, "Too Many Requests: retry after 1", parameters));
  }

  /** Carries out a call, unless it fails first; the answer may be lost. */
  private void faulty(HttpConnection link, Supplier<String> call) {
    if (world.chance.chance(world.faults.error())) {
      world.measurements.recordEvent("answered 500");
      answer(link, 500, error(500, "Internal Server Error", ""));
      return;
    }
    int before = world.journal.size();
    String answer = call.get();
    boolean lost = world.chance.chance(world.faults.lost());
    if (lost) {
      world.journal.lost(before);
      world.measurements.recordEvent("answer lost");
      world.afterHalfARoundTrip(link::close);
    } else {
      answer(link, answer.startsWith("{\"ok\":true") ? 200 : 400, answer);
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

  private void answer(HttpConnection link, int status, String json) {
    world.afterHalfARoundTrip(() -> link.send(HttpMessage.response(status, "", json), () -> {}));
  }

  static List<String> buttons(RequestFields asked) {
    return RequestFields.buttons(asked.raw("reply_markup"));
  }
}
