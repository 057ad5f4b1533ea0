package backtalk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Pushes updates to the bot while a webhook is set. Each queue has one update in flight and goes on
 * after a 2xx.
 *
 * <p>Telegram requires HTTPS; the emulator pushes by HTTP, because the bot runs behind a proxy.
 */
final class WebhookPushes {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int DEFAULT_CONNECTIONS = 40;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int MAX_DOUBLINGS = 5;

  private final TelegramState state;
  private final Faults faults;
  private final Set<QueuedUpdate.Queue> busy = new HashSet<>();
  private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile Target target = Target.NONE;
  private volatile Semaphore connections = new Semaphore(DEFAULT_CONNECTIONS);
  private volatile List<Integer> ports = List.of();
  private int next;
  private String lastError = "";
  private int lastErrorDate;

  private record Target(String url, String secret) {
    static final Target NONE = new Target("", "");
  }

  WebhookPushes(TelegramState state, Faults faults) {
    this.state = state;
    this.faults = faults;
    state.updates.receiver(update -> begin(update.queue()));
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

  /** Sends all pushes to these ports of the loopback address in turn, as a proxy does. */
  void proxy(List<Integer> replicas) {
    ports = List.copyOf(replicas);
  }

  boolean isOn() {
    return !target.url().isEmpty();
  }

  void close() {
    state.monitor.run(() -> target = Target.NONE);
    closeIdle();
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
          connections = new Semaphore((int) asked.number("max_connections", DEFAULT_CONNECTIONS));
          return change(new Target(url, secret), asked);
        });
  }

  private JsonNode delete(Parameters asked) {
    return state.monitor.change(() -> change(Target.NONE, asked));
  }

  private JsonNode change(Target to, Parameters asked) {
    if (!to.equals(target)) {
      closeIdle();
    }
    target = to;
    lastError = "";
    if (asked.flag("drop_pending_updates")) {
      state.updates.dropAll();
    }
    state.updates.all().map(QueuedUpdate::queue).distinct().forEach(this::begin);
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

  /** Begins to push the updates of a queue, unless this is under way. Callers hold the monitor. */
  private void begin(QueuedUpdate.Queue queue) {
    if (isOn() && busy.add(queue)) {
      Thread.ofVirtual().start(() -> push(queue));
    }
  }

  private void push(QueuedUpdate.Queue queue) {
    int failures = 0;
    Optional<QueuedUpdate> update = next(queue);
    while (update.isPresent()) {
      Optional<Duration> pause = push(update.get(), failures);
      failures = pause.isEmpty() ? 0 : failures + 1;
      pause.ifPresent(length -> state.monitor.await(() -> !isOn(), length));
      update = next(queue);
    }
  }

  private Optional<QueuedUpdate> next(QueuedUpdate.Queue queue) {
    return state.monitor.change(
        () -> {
          Optional<QueuedUpdate> update = state.updates.first(queue).filter(any -> isOn());
          if (update.isEmpty()) {
            busy.remove(queue);
          }
          return update;
        });
  }

  /** Pushes an update; returns the pause before the next attempt unless it was accepted. */
  private Optional<Duration> push(QueuedUpdate update, int failures) {
    Semaphore permit = connections;
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
    String header =
        to.secret().isEmpty() ? "" : "\r\nX-Telegram-Bot-Api-Secret-Token: " + to.secret();
    URI url = URI.create(to.url());
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    HttpConnection connection = connection(url);
    try {
      connection.write(HttpMessage.post(path, header, update.json().toString().getBytes(UTF_8)));
      state.monitor.run(() -> state.listener.delivered(update));
      HttpMessage answer = connection.read().orElseThrow(EOFException::new);
      idle.add(connection);
      return answer;
    } catch (IOException gone) {
      connection.close();
      throw gone;
    }
  }

  private HttpConnection connection(URI url) throws IOException {
    HttpConnection open = idle.poll();
    if (open != null) {
      return open;
    }
    List<Integer> replicas = ports;
    return HttpConnection.to(
        replicas.isEmpty()
            ? new InetSocketAddress(url.getHost(), url.getPort() < 0 ? 80 : url.getPort())
            : new InetSocketAddress(
                InetAddress.getLoopbackAddress(), replicas.get(nextReplica() % replicas.size())),
        TIMEOUT_MILLIS);
  }

  private int nextReplica() {
    return state.monitor.change(() -> next++);
  }

  private void closeIdle() {
    for (HttpConnection open = idle.poll(); open != null; open = idle.poll()) {
      try {
        open.close();
      } catch (IOException gone) {
        // Closed already, which is the aim.
      }
    }
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
