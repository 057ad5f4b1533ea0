package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import backtalk.emulator.Call;
import backtalk.emulator.Callback;
import backtalk.emulator.ChatWindow;
import backtalk.emulator.Emulator;
import backtalk.emulator.Group;
import backtalk.emulator.Message;
import backtalk.emulator.Person;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Telegram, a bot that polls it, and people. After each test: what the bot wrote holds no word of
 * a chat, no number of one, and not the token.
 */
final class TestEnvironment
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  /** For a start of the program on a busy machine. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Shorter words, such as "no", stand in any log. */
  private static final int TELLING = 6;

  private final boolean shared;
  private final boolean started;
  private final Back back = Back.shipped();
  private final List<ChatWindow> windows = new ArrayList<>();
  private Optional<Scene> scene = Optional.empty();

  private record Scene(Path folder, Emulator telegram, BotProcess bot) {}

  private TestEnvironment(boolean shared, boolean started) {
    this.shared = shared;
    this.started = started;
  }

  /** One bot for all tests of a class; to be kept in a static field. */
  static TestEnvironment forAll() {
    return new TestEnvironment(true, true);
  }

  /** A bot for each test; to be kept in a field. */
  static TestEnvironment forEach() {
    return new TestEnvironment(false, true);
  }

  /** A bot for each test that the test starts by itself. */
  static TestEnvironment empty() {
    return new TestEnvironment(false, false);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (shared) {
      open();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!shared) {
      open();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    telegram().faults().clear();
    keptQuiet();
    if (!shared) {
      close();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  Emulator telegram() {
    return scene.orElseThrow().telegram();
  }

  BotProcess bot() {
    return scene.orElseThrow().bot();
  }

  /** An empty folder, gone after the test. */
  Path folder() {
    return scene.orElseThrow().folder();
  }

  Back back() {
    return back;
  }

  /** Starts the bot and waits until it polls. */
  void start() {
    bot().start();
    try {
      telegram().awaitNextPoll(PATIENCE);
    } catch (AssertionError silent) {
      throw new AssertionError(silent.getMessage() + "; the bot wrote:\n" + bot().written());
    }
  }

  /** Kills the bot as a power cut does; Telegram sees the connection go. */
  void kill() {
    bot().kill();
    telegram().hangUp();
  }

  /** Holds the bot's database as another program might, until it is closed. */
  Connection lock() throws SQLException {
    Path database = bot().dataDir().resolve("backtalk.db");
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
    other.createStatement().execute("begin immediate");
    return other;
  }

  Person person(String name) {
    return seen(telegram().person(name));
  }

  TestUser visitor(String name) {
    return new TestUser(person(name), back);
  }

  Group group(String title, boolean forum) {
    return seen(telegram().group(title, forum));
  }

  /** Waits until nothing is under way. */
  void quiet() {
    telegram().awaitQuiet(Duration.ofSeconds(20));
  }

  /** Waits until nothing is under way; every tap of the person was then answered, once. */
  void quiet(Person person) {
    quiet();
    assertThat(person.callbacks()).isNotEmpty().allMatch(Callback::answered);
    for (Callback tap : person.callbacks()) {
      assertThat(answers(tap)).as("answers to one tap").hasSize(1).allMatch(Call::accepted);
    }
  }

  private List<Call> answers(Callback tap) {
    return telegram().calls().of("answerCallbackQuery").stream()
        .filter(call -> call.text("callback_query_id").equals(tap.id()))
        .toList();
  }

  private <T extends ChatWindow> T seen(T window) {
    window.patience(Duration.ofSeconds(20));
    windows.add(window);
    return window;
  }

  private void keptQuiet() {
    String written = bot().written();
    assertThat(written).doesNotContain(telegram().token());
    assertThat(bot().out()).isEmpty();
    for (ChatWindow window : windows) {
      assertThat(written).doesNotContain(Long.toString(window.id()));
      assertThat(words(window)).noneMatch(written::contains);
    }
    windows.clear();
  }

  private static List<String> words(ChatWindow window) {
    return window.screen().messages().stream()
        .map(Message::text)
        .filter(text -> text.length() >= TELLING && !text.startsWith("/"))
        .toList();
  }

  private void open() {
    try {
      Path folder = Files.createTempDirectory("backtalk-e2e");
      Emulator telegram = Emulator.start();
      BotProcess bot =
          new BotProcess(folder)
              .set(Setting.TELEGRAM_API_URL, telegram.url())
              .set(Setting.TELEGRAM_BOT_TOKEN, telegram.token());
      scene = Optional.of(new Scene(folder, telegram, bot));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    if (started) {
      start();
    }
  }

  private void close() {
    scene.ifPresent(TestEnvironment::close);
    scene = Optional.empty();
  }

  private static void close(Scene scene) {
    if (scene.bot().isRunning()) {
      scene.bot().kill();
    }
    scene.telegram().close();
    try (Stream<Path> files = Files.walk(scene.folder())) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
