package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * Emulates Telegram strictly on the loopback address: the Bot API for the bot, and persons for the
 * test.
 *
 * <p>It keeps its state while the bot under test is killed and restarted.
 */
public final class Emulator implements AutoCloseable {
  /** The only valid token. */
  public static final String TOKEN = BotAccount.ID + ":AAEmulatorTokenForTestsOnly_0123456789";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration CALM = Duration.ofMillis(250);

  /** Bounds the memory of a test that runs for long. */
  private static final int KEPT = 1_000;

  private final TelegramState state;
  private final Faults faults;
  private final PushConnections connections = new PushConnections();
  private final WebhookPushes pushes;
  private final Polling polling;
  private final HttpListener server;
  private long lastId = 5_000_000_000L;

  private Emulator(int port, int kept) {
    state = new TelegramState(kept);
    faults = new Faults(state.monitor);
    pushes = new WebhookPushes(state, faults, connections);
    polling = new Polling(state, pushes);
    ApiServer api = new ApiServer(state, faults, pushes, polling);
    Control control = new Control(this);
    server =
        HttpListener.start(
            port,
            (request, connection) -> {
              if (request.target().startsWith(Control.PATH)) {
                control.handle(request, connection);
              } else {
                api.handle(request, connection);
              }
            });
  }

  /** Starts on a free port of the loopback address. */
  public static Emulator start() {
    return start(0);
  }

  /** Starts on the given port of the loopback address. */
  public static Emulator start(int port) {
    return start(port, KEPT);
  }

  /**
   * Starts on a port of the loopback address; 0 takes a free one.
   *
   * @param kept the newest messages of each chat that are kept, and a thousand times as many calls
   */
  public static Emulator start(int port, int kept) {
    return new Emulator(port, kept);
  }

  /** Returns the value for {@code TELEGRAM_API_URL}, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
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

  /** Sets who observes the traffic. */
  public void listener(EmulatorListener listener) {
    state.listener = listener;
  }

  /** Sends all pushes to these ports of the loopback address in turn, as a proxy does. */
  public void proxy(List<Integer> ports) {
    connections.proxy(ports);
  }

  /** Does several things at once, so that one poll can return all their updates. */
  public void atOnce(Runnable step) {
    state.monitor.run(step);
  }

  /** Makes the ids of all uploaded files stale. */
  public void forgetsFiles() {
    state.monitor.run(state.photos::forget);
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

  /** Returns the commands set for a scope such as {@code default} and a language or "". */
  public String commands(String scope, String language) {
    return state.monitor.read(() -> String.valueOf(state.commands.get(scope + "//" + language)));
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
    pushes.close();
    faults.release();
    server.close();
  }

  private boolean listening() {
    return pushes.isOn() || polling.idle();
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
