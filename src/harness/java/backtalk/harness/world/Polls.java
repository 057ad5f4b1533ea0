package backtalk.harness.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** getUpdates: held back while there is nothing, answered with at most a hundred updates. */
final class Polls {
  private static final int MOST = 100;
  private static final String OTHER =
      "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates"
          + " request; make sure that only one bot instance is running\"}";
  private static final String WEBHOOK =
      "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: can't use getUpdates method"
          + " while webhook is active; use deleteWebhook to delete the webhook first\"}";

  private final World world;
  private final Updates updates = new Updates();
  private @Nullable Held held;

  private record Held(long number, Link link, int limit) {}

  private long polls;

  Polls(World world) {
    this.world = world;
  }

  void add(List<Update> all) {
    all.forEach(updates::add);
    release();
  }

  void add(Update update) {
    add(List.of(update));
  }

  int pending() {
    return updates.size();
  }

  /** All that waits, for another way of delivery. */
  List<Update> leave() {
    List<Update> left = updates.batch(Integer.MAX_VALUE);
    updates.confirm(Long.MAX_VALUE);
    return left;
  }

  /** A request that has arrived at Telegram's side. */
  void ask(Link link, Fields asked) {
    if (world.asked == 0) {
      world.asked = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
    if (world.pushes.isOn()) {
      answer(link, 409, WEBHOOK);
      return;
    }
    if (held != null) {
      answer(held.link(), 409, OTHER);
      world.figures.happened("two pollers");
      held = null;
    }
    updates
        .confirm(asked.number("offset", 0))
        .forEach(update -> world.confirmed(update, updates::repeat));
    int limit = Math.toIntExact(Math.clamp(asked.number("limit", MOST), 1, MOST));
    hold(new Held(++polls, link, limit), asked);
  }

  private void hold(Held mine, Fields asked) {
    held = mine;
    release();
    world.loop.in(
        asked.number("timeout", 0) * 1_000_000_000L,
        () -> {
          if (mine.equals(held)) {
            held = null;
            answer(mine.link(), 200, "{\"ok\":true,\"result\":[]}");
          }
        });
  }

  /** The bot is gone; Telegram sees its connection close. */
  void ended(Link link) {
    if (held != null && held.link().equals(link)) {
      held = null;
    }
  }

  private void release() {
    Held waiting = held;
    if (waiting != null && updates.any()) {
      held = null;
      List<Update> batch = updates.batch(waiting.limit());
      String json = batch.stream().map(Update::json).collect(Collectors.joining(","));
      byte[] answer = Http.response(200, "", "{\"ok\":true,\"result\":[" + json + "]}");
      world.afterHalfARoundTrip(
          () -> waiting.link().send(answer, () -> batch.forEach(world::handed)));
    }
  }

  private void answer(Link link, int status, String json) {
    world.afterHalfARoundTrip(() -> link.send(Http.response(status, "", json), () -> {}));
  }
}
