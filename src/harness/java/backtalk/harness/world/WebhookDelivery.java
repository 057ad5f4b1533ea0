package backtalk.harness.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Delivers updates by webhook, through a simulated proxy that has ended HTTPS and selects a
 * replica. Each queue has one update in flight and continues after a 2xx; the messages and the taps
 * of a chat are two queues.
 */
final class WebhookDelivery implements HttpConnection.Listener {
  private static final long FIRST_PAUSE_NANOS = 100_000_000;
  private static final long MAX_PAUSE_NANOS = 60_000_000_000L;
  private static final int DEFAULT_CONNECTIONS = 40;

  private final World world;
  private final Map<Long, Deque<Update>> queues = new HashMap<>();
  private final Deque<Long> ready = new ArrayDeque<>();
  private final Set<Update> repeated = new HashSet<>();
  private final Deque<HttpConnection> idle = new ArrayDeque<>();
  private final Map<HttpConnection, Delivery> inFlight = new HashMap<>();
  private List<Integer> ports = List.of();
  private String url = "";
  private String secret = "";
  private int maxConnections = DEFAULT_CONNECTIONS;
  private int next;

  private static final class Delivery {
    final long queue;
    final Update update;

    Delivery(long queue, Update update) {
      this.queue = queue;
      this.update = update;
    }
  }

  private final Map<Long, Integer> attempts = new HashMap<>();

  WebhookDelivery(World world) {
    this.world = world;
  }

  boolean isOn() {
    return !url.isEmpty();
  }

  /** Sets the replicas' ports on this machine. */
  void targets(List<Integer> newPorts) {
    ports = List.copyOf(newPorts);
  }

  int pending() {
    return queues.values().stream().mapToInt(Deque::size).sum();
  }

  String set(RequestFields fields) {
    url = fields.plain("url");
    secret = fields.plain("secret_token");
    maxConnections = Math.toIntExact(fields.number("max_connections", DEFAULT_CONNECTIONS));
    if (world.firstPoll == 0) {
      world.firstPoll = System.currentTimeMillis() * 1_000;
    }
    if (isOn()) {
      world.longPolling.drain().forEach(this::add);
    }
    return "{\"ok\":true,\"result\":true}";
  }

  String delete() {
    if (isOn()) {
      world.measurements.recordEvent("webhook taken off");
    }
    url = "";
    queues.values().forEach(queue -> queue.forEach(world.longPolling::add));
    queues.clear();
    ready.clear();
    return "{\"ok\":true,\"result\":true}";
  }

  String json() {
    return "{\"url\":"
        + RequestFields.quoted(url)
        + ",\"has_custom_certificate\":false,"
        + "\"pending_update_count\":"
        + pending()
        + ",\"max_connections\":"
        + maxConnections
        + "}";
  }

  void add(Update update) {
    long key = 2 * update.person().chat + (update.tap() ? 1 : 0);
    Deque<Update> queue = queues.computeIfAbsent(key, fresh -> new ArrayDeque<>());
    queue.add(update);
    if (queue.size() == 1) {
      ready.add(key);
      deliver();
    }
  }

  private void deliver() {
    while (!ready.isEmpty() && inFlight.size() < maxConnections && !ports.isEmpty()) {
      long queue = ready.remove();
      Deque<Update> waiting = queues.get(queue);
      if (waiting != null && !waiting.isEmpty()) {
        begin(new Delivery(queue, waiting.getFirst()));
      }
    }
  }

  private void begin(Delivery delivery) {
    try {
      HttpConnection connection = connection();
      inFlight.put(connection, delivery);
      String headers = "X-Telegram-Bot-Api-Secret-Token: " + secret + "\r\n";
      String path = URI.create(url).getRawPath();
      byte[] request =
          HttpMessage.post(path.isEmpty() ? "/" : path, headers, delivery.update.json());
      world.afterHalfARoundTrip(
          () -> connection.send(request, () -> world.delivered(delivery.update)));
      if (!connection.isOpen()) {
        closed(connection);
      }
    } catch (IOException refused) {
      retry(delivery, FIRST_PAUSE_NANOS);
    }
  }

  private HttpConnection connection() throws IOException {
    while (!idle.isEmpty()) {
      HttpConnection connection = idle.remove();
      if (connection.isOpen()) {
        return connection;
      }
    }
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(next++ % ports.size())));
    return HttpConnection.over(world.loop, channel, this);
  }

  @Override
  public void received(HttpConnection connection, HttpMessage response) {
    Delivery delivery = inFlight.get(connection);
    if (delivery == null) {
      return;
    }
    world.afterHalfARoundTrip(() -> settle(connection, delivery, response));
  }

  private void settle(HttpConnection connection, Delivery delivery, HttpMessage response) {
    if (!inFlight.remove(connection, delivery)) {
      return;
    }
    idle.add(connection);
    if (response.status() / 100 == 2) {
      done(delivery);
    } else {
      world.measurements.recordEvent("webhook answered " + response.status());
      String after = response.header("Retry-After");
      retry(delivery, after.isEmpty() ? pause(delivery) : Long.parseLong(after) * 1_000_000_000L);
    }
    deliver();
  }

  private void done(Delivery delivery) {
    attempts.remove(delivery.update.id());
    boolean first = !repeated.remove(delivery.update);
    Deque<Update> queue = queues.get(delivery.queue);
    if (queue != null) {
      queue.pollFirst();
      if (queue.isEmpty()) {
        queues.remove(delivery.queue);
      } else {
        ready.add(delivery.queue);
      }
      if (first) {
        world.confirmed(delivery.update, this::repeat);
      }
    }
  }

  private void repeat(Update update) {
    repeated.add(update);
    add(update);
  }

  /**
   * Returns the pause before the next attempt, in nanoseconds: none at first, then growing
   * exponentially.
   */
  private long pause(Delivery delivery) {
    int attempt = attempts.merge(delivery.update.id(), 1, Integer::sum);
    return attempt == 1 ? 0 : Math.min(MAX_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt, 10));
  }

  private void retry(Delivery delivery, long pause) {
    world.loop.schedule(
        pause,
        () -> {
          ready.addFirst(delivery.queue);
          deliver();
        });
  }

  @Override
  public void closed(HttpConnection connection) {
    Delivery delivery = inFlight.remove(connection);
    idle.remove(connection);
    if (delivery != null) {
      world.measurements.recordEvent("webhook connection failed");
      retry(delivery, pause(delivery));
      deliver();
    }
  }

  /** Returns the state of the queues in one line. */
  String status() {
    return queues.size() + " queues, " + ready.size() + " ready, " + inFlight.size() + " under way";
  }
}
