package backtalk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Pushes updates to the bot while a webhook is set. Each queue has one update in flight and goes on
 * after a 2xx.
 *
 * <p>Telegram requires HTTPS; the emulator pushes by HTTP, because the bot runs behind a proxy.
 */
final class WebhookPushes {
  private static final int DEFAULT_CONNECTIONS = 40;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int MAX_DOUBLINGS = 5;

  private final TelegramState state;
  private final Faults faults;
  private final Map<QueuedUpdate.Queue, Deque<QueuedUpdate>> queues = new HashMap<>();
  private final PushConnections connections;
  private volatile Target target = Target.NONE;
  private volatile Semaphore permits = new Semaphore(DEFAULT_CONNECTIONS);

  /** Counts how often the queues were emptied; the threads of earlier ones end. */
  private int deletions;

  private String lastError = "";
  private int lastErrorDate;

  private record Target(String url, String secret) {
    static final Target NONE = new Target("", "");
  }

  WebhookPushes(TelegramState state, Faults faults, PushConnections connections) {
    this.state = state;
    this.faults = faults;
    this.connections = connections;
    state.updates.receiver(this::add);
  }

  List<Method> methods() {
    return List.of(
        Method.of(
            "setWebhook",
            this::set,
            "url certificate ip_address max_connections allowed_updates drop_pending_updates "
                + "secret_token"),
        Method.of("deleteWebhook", this::delete, "drop_pending_updates"),
        Method.of("getWebhookInfo", this::info, ""));
  }

  boolean isOn() {
    return !target.url().isEmpty();
  }

  void close() {
    state.monitor.run(
        () -> {
          target = Target.NONE;
          deletions++;
        });
    connections.closeIdle();
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
            state.updates.allow(asked.json("allowed_updates"));
          }
          permits = new Semaphore((int) asked.number("max_connections", DEFAULT_CONNECTIONS));
          return change(new Target(url, secret), asked);
        });
  }

  private JsonNode delete(Parameters asked) {
    return state.monitor.change(() -> change(Target.NONE, asked));
  }

  private JsonNode change(Target to, Parameters asked) {
    if (!to.equals(target)) {
      connections.closeIdle();
    }
    boolean wasOn = isOn();
    target = to;
    lastError = "";
    if (asked.flag("drop_pending_updates")) {
      state.updates.dropAll();
    }
    if (!isOn() || asked.flag("drop_pending_updates")) {
      queues.clear();
      deletions++;
    } else if (!wasOn) {
      state.updates.all().forEach(this::add);
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

  /** Adds an update to its queue, and begins to push the queue if it was empty. */
  private void add(QueuedUpdate update) {
    if (isOn()) {
      Deque<QueuedUpdate> queue =
          queues.computeIfAbsent(update.queue(), name -> new ArrayDeque<>());
      queue.add(update);
      if (queue.size() == 1) {
        int begun = deletions;
        Thread.ofVirtual().start(() -> push(queue, begun));
      }
    }
  }

  private void push(Deque<QueuedUpdate> queue, int begun) {
    int failures = 0;
    Optional<QueuedUpdate> update = next(queue, begun, false);
    while (update.isPresent()) {
      Optional<Duration> pause = push(update.get(), failures);
      failures = pause.isEmpty() ? 0 : failures + 1;
      pause.ifPresent(length -> state.monitor.await(() -> deletions != begun, length));
      update = next(queue, begun, pause.isEmpty());
    }
  }

  /** Returns the next update of a queue, unless it is empty or the webhook was deleted. */
  private Optional<QueuedUpdate> next(Deque<QueuedUpdate> queue, int begun, boolean accepted) {
    return state.monitor.change(
        () -> {
          if (accepted) {
            queue.remove();
          }
          return deletions == begun ? Optional.ofNullable(queue.peek()) : Optional.empty();
        });
  }

  /** Pushes an update; returns the pause before the next attempt unless it was accepted. */
  private Optional<Duration> push(QueuedUpdate update, int failures) {
    Semaphore permit = permits;
    permit.acquireUninterruptibly();
    Optional<Duration> asked = Optional.empty();
    String error;
    try {
      HttpMessage answer = send(update);
      error =
          answer.target().startsWith("2")
              ? ""
              : "Wrong response from the webhook: " + answer.target();
      asked = seconds(answer.header("Retry-After"));
    } catch (IOException failed) {
      error = "Connection failed";
    } finally {
      permit.release();
    }
    note(error, update);
    return error.isEmpty() ? Optional.empty() : Optional.of(asked.orElse(pause(failures)));
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,4}")
        ? Optional.of(Duration.ofSeconds(Integer.parseInt(text)))
        : Optional.empty();
  }

  /** Returns no pause at first, because the bot may have closed an idle connection. */
  private static Duration pause(int failures) {
    return failures == 0
        ? Duration.ZERO
        : FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
  }

  private HttpMessage send(QueuedUpdate update) throws IOException {
    faults.delay();
    Target to = target;
    if (to.equals(Target.NONE)) {
      throw new IOException("the webhook was deleted meanwhile");
    }
    String secret =
        to.secret().isEmpty() ? "" : "\r\nX-Telegram-Bot-Api-Secret-Token: " + to.secret();
    return connections.post(
        URI.create(to.url()),
        secret,
        update.json().toString().getBytes(UTF_8),
        () -> state.monitor.run(() -> state.listener.delivered(update)));
  }

  private void note(String error, QueuedUpdate update) {
    state.monitor.run(
        () -> {
          lastError = error;
          lastErrorDate++;
          if (error.isEmpty()) {
            state.updates.confirm(update);
          } else {
            state.listener.pushFailed(error);
          }
        });
  }
}
