package backtalk.harness.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers getUpdates: a request waits while there is no update and is answered with at most a
 * hundred.
 */
final class LongPolling {
  private static final int MAX_UPDATES = 100;
  private static final String OTHER =
      "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates"
          + " request; make sure that only one bot instance is running\"}";
  private static final String WEBHOOK =
      "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: can't use getUpdates method"
          + " while webhook is active; use deleteWebhook to delete the webhook first\"}";

  private final World world;
  private final UpdateQueue updates = new UpdateQueue();
  private @Nullable WaitingPoll held;

  private record WaitingPoll(long number, HttpConnection connection, int limit) {}

  private long polls;

  LongPolling(World world) {
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

  /** Removes and returns all waiting updates, for delivery by webhook. */
  List<Update> drain() {
    List<Update> drained = updates.batch(Integer.MAX_VALUE);
    updates.confirm(Long.MAX_VALUE);
    return drained;
  }

  /** Handles a request that has arrived at Telegram's side. */
  void receive(HttpConnection connection, RequestFields fields) {
    if (world.firstPoll == 0) {
      world.firstPoll = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
    if (world.webhook.isOn()) {
      answer(connection, 409, WEBHOOK);
      return;
    }
    if (held != null) {
      answer(held.connection(), 409, OTHER);
      world.measurements.recordEvent("two pollers");
      held = null;
    }
    updates
        .confirm(fields.number("offset", 0))
        .forEach(update -> world.confirmed(update, updates::repeat));
    int limit = Math.toIntExact(Math.clamp(fields.number("limit", MAX_UPDATES), 1, MAX_UPDATES));
    hold(new WaitingPoll(++polls, connection, limit), fields);
  }

  private void hold(WaitingPoll poll, RequestFields fields) {
    held = poll;
    release();
    world.loop.schedule(
        fields.number("timeout", 0) * 1_000_000_000L,
        () -> {
          if (poll.equals(held)) {
            held = null;
            answer(poll.connection(), 200, "{\"ok\":true,\"result\":[]}");
          }
        });
  }

  /** Drops the waiting request of a closed connection. */
  void closed(HttpConnection connection) {
    if (held != null && held.connection().equals(connection)) {
      held = null;
    }
  }

  private void release() {
    WaitingPoll waiting = held;
    if (waiting != null && updates.any()) {
      held = null;
      List<Update> batch = updates.batch(waiting.limit());
      String json = batch.stream().map(Update::json).collect(Collectors.joining(","));
      byte[] answer = HttpMessage.response(200, "", "{\"ok\":true,\"result\":[" + json + "]}");
      world.afterHalfARoundTrip(
          () -> waiting.connection().send(answer, () -> batch.forEach(world::delivered)));
    }
  }

  private void answer(HttpConnection connection, int status, String json) {
    world.afterHalfARoundTrip(
        () -> connection.send(HttpMessage.response(status, "", json), () -> {}));
  }
}
