package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** Implements long polling: a second poll ends the first with 409, as in Telegram. */
final class Polling {
  static final String OTHER_POLLER =
      "Conflict: terminated by other getUpdates request; "
          + "make sure that only one bot instance is running";

  private static final String WEBHOOK_ACTIVE =
      "Conflict: can't use getUpdates method while webhook is active; "
          + "use deleteWebhook to delete the webhook first";

  private static final int LONGEST_SECONDS = 50;
  private static final int LARGEST_BATCH = 100;

  private final TelegramState state;
  private final WebhookPushes pushes;
  private long turn;
  private long current;
  private long begun;
  private int waiting;
  private boolean closed;
  private List<QueuedUpdate> handed = List.of();

  Polling(TelegramState state, WebhookPushes pushes) {
    this.state = state;
    this.pushes = pushes;
  }

  List<Method> methods() {
    return List.of(
        Method.of("getUpdates", this::getUpdates, "offset limit timeout allowed_updates"));
  }

  /** Returns true when a poll waits with nothing to deliver. Callers hold the monitor. */
  boolean idle() {
    return waiting > 0 && current == turn && !state.updates.any();
  }

  /** Ends the waiting poll, as when its connection is lost. */
  void hangUp() {
    state.monitor.run(() -> turn++);
  }

  /** Counts the polls begun. Callers hold the monitor. */
  long begun() {
    return begun;
  }

  void close() {
    state.monitor.run(() -> closed = true);
  }

  private JsonNode getUpdates(Parameters asked) {
    long mine = state.monitor.change(() -> begin(asked));
    long seconds = Math.clamp(asked.number("timeout", 0), 0, LONGEST_SECONDS);
    state.monitor.await(() -> over(mine), Duration.ofSeconds(seconds));
    return state.monitor.change(() -> end(asked, mine));
  }

  private long begin(Parameters asked) {
    refuseBesideWebhook();
    if (asked.has("allowed_updates")) {
      state.updates.allow(asked.json("allowed_updates"));
    }
    state.updates.confirmBelow(asked.number("offset", 0));
    waiting++;
    begun++;
    current = ++turn;
    return turn;
  }

  private boolean over(long mine) {
    return closed || turn != mine || pushes.isOn() || state.updates.any();
  }

  private JsonNode end(Parameters asked, long mine) {
    waiting--;
    refuseBesideWebhook();
    if (turn != mine) {
      throw Refusal.of(409, OTHER_POLLER);
    }
    long limit = asked.number("limit", LARGEST_BATCH);
    handed = state.updates.batch(Math.clamp(limit, 1, LARGEST_BATCH));
    return Json.array().addAll(handed.stream().map(QueuedUpdate::json).toList());
  }

  /** Reports that the answer to the latest poll was sent. */
  void answered() {
    state.monitor.run(
        () -> {
          handed.forEach(state.listener::delivered);
          handed = List.of();
        });
  }

  private void refuseBesideWebhook() {
    if (pushes.isOn()) {
      throw Refusal.of(409, WEBHOOK_ACTIVE);
    }
  }
}
