package backtalk.harness.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The methods of the Bot API that the bot calls. */
final class Api implements Link.Ears {
  private static final String OK = "{\"ok\":true,\"result\":true}";
  private static final String ME =
      "{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"Backtalk\",\"username\":\"BacktalkTestBot\"}";

  private final World world;
  private final Control control;

  Api(World world) {
    this.world = world;
    this.control = new Control(world);
  }

  @Override
  public void heard(Link link, Http request) {
    String path = request.target();
    if (path.startsWith("/control/")) {
      link.send(Http.response(200, "", control.obey(path)), () -> {});
      return;
    }
    String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    world.figures.called(method);
    Fields asked = Fields.of(request.body());
    switch (method) {
      case "sendmessage", "editmessagetext", "editmessagereplymarkup" -> show(link, method, asked);
      case "answercallbackquery" -> {
        world.crowd.answered(asked.plain("callback_query_id"));
        world.afterHalfARoundTrip(() -> faulty(link, () -> OK));
      }
      case "getupdates" -> world.afterHalfARoundTrip(() -> world.polls.ask(link, asked));
      default -> world.afterHalfARoundTrip(() -> answer(link, 200, plain(method, asked)));
    }
  }

  @Override
  public void ended(Link link) {
    world.polls.ended(link);
  }

  private String plain(String method, Fields asked) {
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

  private void show(Link link, String method, Fields asked) {
    Optional<Person> found = world.crowd.person(asked.number("chat_id", 0));
    if (found.isEmpty()) {
      answer(link, 400, error(400, "Bad Request: chat not found", ""));
      return;
    }
    Person person = found.get();
    world.crowd.called(person, !method.equals("editmessagereplymarkup"));
    world.afterHalfARoundTrip(() -> arrived(link, method, asked, person));
  }

  private void arrived(Link link, String method, Fields asked, Person person) {
    long now = System.nanoTime();
    if (person.muted - now > 0) {
      world.figures.happened(
          person.mutedIn == world.life ? "spoke before its time" : "forgot the time by dying");
      refuse(link);
    } else if (world.chance.chance(world.faults.busy())) {
      person.muted = now + Faults.SILENCE_NANOS;
      person.mutedIn = world.life;
      world.figures.happened("answered 429");
      refuse(link);
    } else {
      faulty(link, () -> new Screen(world, person).show(method, asked));
    }
  }

  private void refuse(Link link) {
    String parameters = ",\"parameters\":{\"retry_after\":1}";
    answer(link, 429, error(429, "Too Many Requests: retry after 1", parameters));
  }

  /** Does it, unless it fails first or its answer is lost. */
  private void faulty(Link link, Supplier<String> doing) {
    if (world.chance.chance(world.faults.error())) {
      world.figures.happened("answered 500");
      answer(link, 500, error(500, "Internal Server Error", ""));
      return;
    }
    int before = world.journal.size();
    String answer = doing.get();
    boolean lost = world.chance.chance(world.faults.lost());
    if (lost) {
      world.journal.lost(before);
      world.figures.happened("answer lost");
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

  private void answer(Link link, int status, String json) {
    world.afterHalfARoundTrip(() -> link.send(Http.response(status, "", json), () -> {}));
  }

  static List<String> buttons(Fields asked) {
    return Fields.buttons(asked.raw("reply_markup"));
  }
}
