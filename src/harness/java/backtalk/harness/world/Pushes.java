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
 * Delivery by webhook, with what stands before the bot in between: HTTPS has ended there, and one
 * of the replicas gets the update. Of one queue one update is under way at a time, and the next
 * goes only after a 2xx; a chat's messages are one queue, its taps another.
 */
final class Pushes implements Link.Ears {
  private static final long FIRST_PAUSE = 100_000_000;
  private static final long LONGEST_PAUSE = 60_000_000_000L;
  private static final int USUAL_CONNECTIONS = 40;

  private final World world;
  private final Map<Long, Deque<Update>> queues = new HashMap<>();
  private final Deque<Long> ready = new ArrayDeque<>();
  private final Set<Update> repeated = new HashSet<>();
  private final Deque<Link> free = new ArrayDeque<>();
  private final Map<Link, Delivery> under = new HashMap<>();
  private List<Integer> ports = List.of();
  private String url = "";
  private String secret = "";
  private int most = USUAL_CONNECTIONS;
  private int next;

  private static final class Delivery {
    final long queue;
    final Update update;

    Delivery(long queue, Update update) {
      this.queue = queue;
      this.update = update;
    }
  }

  private final Map<Long, Integer> tries = new HashMap<>();

  Pushes(World world) {
    this.world = world;
  }

  boolean isOn() {
    return !url.isEmpty();
  }

  /** The replicas' ports on this machine. */
  void targets(List<Integer> those) {
    ports = List.copyOf(those);
  }

  int pending() {
    return queues.values().stream().mapToInt(Deque::size).sum();
  }

  String set(Fields asked) {
    url = asked.plain("url");
    secret = asked.plain("secret_token");
    most = Math.toIntExact(asked.number("max_connections", USUAL_CONNECTIONS));
    if (world.asked == 0) {
      world.asked = System.currentTimeMillis() * 1_000;
    }
    if (isOn()) {
      world.polls.leave().forEach(this::add);
    }
    return "{\"ok\":true,\"result\":true}";
  }

  String delete() {
    if (isOn()) {
      world.figures.happened("webhook taken off");
    }
    url = "";
    queues.values().forEach(queue -> queue.forEach(world.polls::add));
    queues.clear();
    ready.clear();
    return "{\"ok\":true,\"result\":true}";
  }

  String json() {
    return "{\"url\":"
        + Fields.quoted(url)
        + ",\"has_custom_certificate\":false,"
        + "\"pending_update_count\":"
        + pending()
        + ",\"max_connections\":"
        + most
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
    while (!ready.isEmpty() && under.size() < most && !ports.isEmpty()) {
      long queue = ready.remove();
      Deque<Update> waiting = queues.get(queue);
      if (waiting != null && !waiting.isEmpty()) {
        begin(new Delivery(queue, waiting.getFirst()));
      }
    }
  }

  private void begin(Delivery delivery) {
    try {
      Link link = link();
      under.put(link, delivery);
      String headers = "X-Telegram-Bot-Api-Secret-Token: " + secret + "\r\n";
      String path = URI.create(url).getRawPath();
      byte[] request = Http.post(path.isEmpty() ? "/" : path, headers, delivery.update.json());
      world.afterHalfARoundTrip(() -> link.send(request, () -> world.handed(delivery.update)));
      if (!link.isOpen()) {
        ended(link);
      }
    } catch (IOException refused) {
      again(delivery, FIRST_PAUSE);
    }
  }

  private Link link() throws IOException {
    while (!free.isEmpty()) {
      Link old = free.remove();
      if (old.isOpen()) {
        return old;
      }
    }
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(next++ % ports.size())));
    return Link.over(world.loop, channel, this);
  }

  @Override
  public void heard(Link link, Http response) {
    Delivery delivery = under.get(link);
    if (delivery == null) {
      return;
    }
    world.afterHalfARoundTrip(() -> settle(link, delivery, response));
  }

  private void settle(Link link, Delivery delivery, Http response) {
    if (!under.remove(link, delivery)) {
      return;
    }
    free.add(link);
    if (response.status() / 100 == 2) {
      done(delivery);
    } else {
      world.figures.happened("webhook answered " + response.status());
      String after = response.header("Retry-After");
      again(delivery, after.isEmpty() ? pause(delivery) : Long.parseLong(after) * 1_000_000_000L);
    }
    deliver();
  }

  private void done(Delivery delivery) {
    tries.remove(delivery.update.id());
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

  /** First at once, then later and later. */
  private long pause(Delivery delivery) {
    int tried = tries.merge(delivery.update.id(), 1, Integer::sum);
    return tried == 1 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(tried, 10));
  }

  private void again(Delivery delivery, long pause) {
    world.loop.in(
        pause,
        () -> {
          ready.addFirst(delivery.queue);
          deliver();
        });
  }

  @Override
  public void ended(Link link) {
    Delivery delivery = under.remove(link);
    free.remove(link);
    if (delivery != null) {
      world.figures.happened("webhook connection failed");
      again(delivery, pause(delivery));
      deliver();
    }
  }

  /** How it stands, in one line. */
  String standing() {
    return queues.size() + " queues, " + ready.size() + " ready, " + under.size() + " under way";
  }
}
