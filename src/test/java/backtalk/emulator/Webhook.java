package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * Pushes updates to the bot while a webhook is set: one at a time, the next only after a 2xx.
 *
 * <p>Telegram requires HTTPS; the emulator also accepts HTTP, because the bot runs behind a proxy.
 */
final class Webhook {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private record Target(String url, String secret) {}

  private static final Target NONE = new Target("", "");

  private final TelegramState state;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread pusher;
  private Target target = NONE;
  private String lastError = "";
  private int lastErrorDate;
  private boolean closed;

  Webhook(TelegramState state) {
    this.state = state;
    this.pusher = Thread.ofVirtual().name("webhook").unstarted(this::push);
  }

  List<Method> methods() {
    return List.of(
        Method.of(
            "setWebhook",
            this::set,
            "url",
            "certificate",
            "ip_address",
            "max_connections",
            "allowed_updates",
            "drop_pending_updates",
            "secret_token"),
        Method.of("deleteWebhook", this::delete, "drop_pending_updates"),
        Method.of("getWebhookInfo", this::info));
  }

  void start() {
    pusher.start();
  }

  void close() {
    state.monitor.run(() -> closed = true);
    pusher.interrupt();
    client.shutdownNow();
  }

  boolean isSet() {
    return !target.equals(NONE);
  }

  private JsonNode set(Parameters asked) {
    String url = asked.text("url");
    String secret = asked.text("secret_token");
    if (!url.isEmpty() && !url.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw Refusal.bad("bad webhook: invalid webhook URL specified");
    }
    if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
      throw Refusal.bad("secret token contains unallowed characters");
    }
    return state.monitor.change(
        () -> {
          if (asked.has("allowed_updates")) {
            state.updates.allow(Polling.kinds(asked.json("allowed_updates")));
          }
          return change(url.isEmpty() ? NONE : new Target(url, secret), asked);
        });
  }

  private JsonNode delete(Parameters asked) {
    return state.monitor.change(() -> change(NONE, asked));
  }

  private JsonNode change(Target next, Parameters asked) {
    target = next;
    lastError = "";
    if (asked.flag("drop_pending_updates")) {
      state.updates.dropAll();
    }
    return BooleanNode.TRUE;
  }

  private JsonNode info(Parameters asked) {
    return state.monitor.read(
        () -> {
          ObjectNode info = Json.object().put("url", target.url());
          info.put("has_custom_certificate", false);
          info.put("pending_update_count", state.updates.size());
          return lastError.isEmpty()
              ? info
              : info.put("last_error_message", lastError).put("last_error_date", lastErrorDate);
        });
  }

  private void push() {
    while (!Thread.currentThread().isInterrupted()) {
      boolean due = state.monitor.await(() -> isSet() && state.updates.any(), Duration.ofDays(1));
      if (due) {
        pushUntilAccepted(state.monitor.change(() -> state.updates.batch(1)));
      }
    }
  }

  private void pushUntilAccepted(List<ObjectNode> batch) {
    Duration pause = FIRST_PAUSE;
    for (ObjectNode update : batch) {
      while (isSet() && !delivered(update)) {
        state.monitor.await(() -> closed || !isSet(), pause);
        pause = pause.compareTo(Duration.ofSeconds(2)) < 0 ? pause.multipliedBy(2) : pause;
      }
    }
  }

  private boolean delivered(ObjectNode update) {
    try {
      int status =
          client.send(request(update), HttpResponse.BodyHandlers.discarding()).statusCode();
      boolean accepted = status / 100 == 2;
      note(accepted ? "" : "Wrong response from the webhook: " + status, update);
      return accepted;
    } catch (IOException failed) {
      note("Connection failed", update);
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void note(String error, ObjectNode update) {
    state.monitor.run(
        () -> {
          lastError = error;
          lastErrorDate++;
          if (error.isEmpty()) {
            state.updates.confirm(update);
          }
        });
  }

  private HttpRequest request(ObjectNode update) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.url()));
    request.timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json");
    if (!target.secret().isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", target.secret());
    }
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(update))).build();
  }
}
