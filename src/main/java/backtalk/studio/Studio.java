package backtalk.studio;

import backtalk.config.Config;
import backtalk.embedding.OnnxEmbedder;
import backtalk.store.Store;
import io.javalin.http.BadRequestResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds one chat and the author's desk beside it, and answers the requests of the page. */
final class Studio implements AutoCloseable {
  private static final String RECORDINGS = "tests/recorded.yaml";
  private static final int LONGEST_TEXT = 4_096;
  private static final int MAX_DAYS = 366;
  private static final int MAX_PHRASES = 200;

  private final Store store;
  private final Path recordings;
  private final StudioChat chat;
  private final TurnReasons reasons = new TurnReasons();
  private final Desk desk;
  private Version version;
  private TurnReasons.Reasons last;
  private Optional<String> toast = Optional.empty();

  private Studio(Version version, Config config, OnnxEmbedder model, Store store) {
    this.store = store;
    recordings = config.conversation().resolve(RECORDINGS);
    chat = new StudioChat(version.bot(), store.dialogues(), Clock.systemUTC());
    this.version = version;
    last = reasons.of(chat.restart(), version.bot());
    desk = new Desk(version, config, model, this::use);
  }

  /** Holds the chat, the time on the phone, and words that appear over the chat for a moment. */
  record State(
      Instant time,
      List<PhoneScreen.Shown> messages,
      Optional<String> toast,
      TurnReasons.Reasons why) {}

  record Recorded(String place, String name) {}

  /**
   * Opens the studio on the conversation that the settings name.
   *
   * @throws backtalk.app.InvalidConversationException when it has mistakes or breaks its promises
   */
  static Studio open(Config config) {
    OnnxEmbedder model = OnnxEmbedder.load();
    Version version = Version.load(config, model, () -> {});
    return new Studio(version, config, model, Store.inMemory(config.dataDir()));
  }

  private synchronized void use(Version next) {
    version = next;
    chat.use(next.bot());
  }

  synchronized State state() {
    return new State(chat.time(), chat.screen().shown(), toast, last);
  }

  /** Returns a picture of the conversation; empty when there is none of this name. */
  synchronized Optional<byte[]> picture(String name) {
    return Optional.ofNullable(version.pictures().get(name));
  }

  synchronized byte[] machine() {
    return MachineJson.of(version.read());
  }

  /** Takes a turn and returns the chat after it. */
  synchronized State take(UserAction action) {
    StudioChat.Taken taken = turn(action);
    last = reasons.of(taken, version.bot());
    toast = taken.turn().toast();
    return state();
  }

  private StudioChat.Taken turn(UserAction action) {
    if (action.restart()) {
      reasons.clear();
      return chat.restart();
    }
    if (action.days() > 0 && action.days() <= MAX_DAYS) {
      return chat.pass(action.days());
    }
    String data = action.data();
    String label = action.label();
    if (data != null && label != null) {
      return chat.tap(action.message(), data, label);
    }
    String text = action.text();
    if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new BadRequestResponse("type between 1 and 4,096 characters");
    }
    return chat.type(text);
  }

  /** Adds the chat as a test to the conversation's tests, by playing it once more. */
  synchronized Recorded record() {
    return chat.record(recordings);
  }

  Desk.Report desk(long after) {
    return desk.after(after);
  }

  Desk.Report compare(String... phrases) {
    return desk.compare(Stream.of(phrases).filter(it -> !it.isBlank()).limit(MAX_PHRASES).toList());
  }

  @Override
  public void close() {
    desk.close();
    store.close();
  }
}
