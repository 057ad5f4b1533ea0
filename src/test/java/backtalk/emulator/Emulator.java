package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Emulates Telegram strictly on the loopback address: the Bot API for the bot, and persons for the
 * test.
 *
 * <p>It keeps its state while the bot under test is killed and restarted.
 */
public final class Emulator implements AutoCloseable {
  /** The only valid token. */
  public static final String TOKEN = Bot.ID + ":AAEmulatorTokenForTestsOnly_0123456789";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration CALM = Duration.ofMillis(250);

  static {
    // All are read when the first HttpServer is made. Without the first, every answer on a
    // kept-alive
    // connection takes 40 ms; without the others, idle connections are closed after 30 s.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
  }

  private final TelegramState state = new TelegramState();
  private final Faults faults = new Faults(state.monitor);
  private final Webhook webhook = new Webhook(state);
  private final Polling polling = new Polling(state, webhook);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private long lastId = 5_000_000_000L;

  private Emulator(HttpServer server) {
    this.server = server;
    Methods methods = new Methods(state, webhook, polling);
    server.createContext("/", new ApiServer(state, faults, methods, TOKEN));
    server.setExecutor(threads);
    server.start();
    webhook.start();
  }

  /** Starts on a free port of the loopback address. */
  public static Emulator start() {
    return start(0);
  }

  /** Starts on the given port of the loopback address; 0 takes a free one. */
  public static Emulator start(int port) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      return new Emulator(HttpServer.create(new InetSocketAddress(loopback, port), 1024));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Returns the value for {@code TELEGRAM_API_URL}, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns the value for {@code TELEGRAM_BOT_TOKEN}. */
  public String token() {
    return TOKEN;
  }

  /** Creates a person with any name. */
  public Person person(String firstName) {
    return person(firstName, nextId());
  }

  /** Creates a person with this id, which is also the id of the private chat. */
  public Person person(String firstName, long id) {
    ObjectNode user = Json.object().put("id", id).put("is_bot", false);
    return new Person(state, user.put("first_name", firstName).put("language_code", "en"));
  }

  /** Creates a group; a forum has topics. */
  public Group group(String title, boolean forum) {
    ObjectNode json = Json.object().put("id", -1_000_000_000_000L - nextId());
    json.put("title", title).put("type", "supergroup");
    return new Group(state, forum ? json.put("is_forum", true) : json);
  }

  /** Creates a channel. */
  public Channel channel(String title) {
    ObjectNode json = Json.object().put("id", -1_000_000_000_000L - nextId());
    return new Channel(state, json.put("title", title).put("type", "channel"));
  }

  /** Returns the bot's calls. */
  public Calls calls() {
    return state.calls;
  }

  /** Returns the planned faults. */
  public Faults faults() {
    return faults;
  }

  /** Adds an unknown field to every object of later answers. */
  public void turnsNewer() {
    state.newer = true;
  }

  /** Queues any update, also one that the bot's library cannot read, and returns its id. */
  public long sendRaw(String jsonUpdate) {
    return state.monitor.change(() -> state.updates.raw(Json.readObject(jsonUpdate)));
  }

  /** Returns the id of the newest update. */
  public long lastUpdateId() {
    return state.monitor.read(state.updates::lastId);
  }

  /**
   * Delivers an update once more, even if it was confirmed. A polling library may drop it by its
   * id; after a restart of the bot, and by webhook, it reaches the bot.
   */
  public void repeat(long updateId) {
    state.monitor.run(() -> state.updates.repeat(updateId));
  }

  /** Counts the updates that are not confirmed yet. */
  public int unconfirmed() {
    return state.monitor.read(state.updates::size);
  }

  /** Sets how long a callback can be answered after the press; 15 s by default. */
  public void callbacksExpireAfter(Duration age) {
    state.monitor.run(() -> state.callbacks.expireAfter(age));
  }

  /** Expires every callback so far. */
  public void ageCallbacks() {
    state.monitor.run(state.callbacks::age);
  }

  /** Returns the commands set for a scope such as {@code default} and a language or "". */
  public String commands(String scope, String language) {
    return state.monitor.read(
        () -> String.valueOf(state.bot.commands.get(scope + "//" + language)));
  }

  /** Waits until the bot polls or has a webhook. */
  public void awaitListening(Duration patience) {
    if (!state.monitor.await(this::listening, patience)) {
      throw new AssertionError("The bot does not listen; calls so far: " + calls().counts());
    }
  }

  /** Waits for a poll that begins from now on, for a bot that was just started. */
  public void awaitNextPoll(Duration patience) {
    long before = state.monitor.read(polling::begun);
    if (!state.monitor.await(() -> polling.begun() > before, patience)) {
      throw new AssertionError("No new poll came; calls so far: " + calls().counts());
    }
  }

  /** Ends the waiting poll of a bot whose process was killed. */
  public void hangUp() {
    polling.hangUp();
  }

  /** Waits as {@link #awaitQuiet(Duration)} does, for at most ten seconds. */
  public void awaitQuiet() {
    awaitQuiet(PATIENCE);
  }

  /**
   * Waits until the bot listens, every update is confirmed, no call but a poll is in flight, and
   * nothing new has begun for 250 ms.
   */
  public void awaitQuiet(Duration patience) {
    if (!state.monitor.awaitSteady(this::quiet, this::activity, CALM, patience)) {
      throw new AssertionError(
          "Not quiet: " + unconfirmed() + " updates unconfirmed, calls " + calls().counts());
    }
  }

  @Override
  public void close() {
    polling.close();
    webhook.close();
    faults.release();
    server.stop(0);
    threads.shutdownNow();
  }

  /** Serves a further path next to the Bot API. */
  void serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  private boolean listening() {
    return webhook.isSet() || polling.idle();
  }

  private boolean quiet() {
    return listening() && !state.updates.any() && state.calls.inFlight() == 0;
  }

  private long activity() {
    return state.calls.begunApartFromPolls() + state.updates.posted();
  }

  private long nextId() {
    return state.monitor.change(() -> ++lastId);
  }
}
