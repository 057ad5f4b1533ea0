package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import backtalk.emulator.Call;
import backtalk.emulator.Callback;
import backtalk.emulator.ChatWindow;
import backtalk.emulator.Emulator;
import backtalk.emulator.Group;
import backtalk.emulator.Person;
import backtalk.emulator.TelegramMessage;
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
 * Provides an emulated Telegram, the bot as a process, and persons. After each test it asserts that
 * the bot's output contains no text of a chat, no chat id and not the token.
 */
final class TestEnvironment
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  /** Limits the start of the program on a busy machine. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Ignores shorter texts, such as "no", which occur in any log. */
  private static final int MIN_TEXT = 6;

  private final boolean shared;
  private final boolean started;
  private final ConversationTexts texts = ConversationTexts.shipped();
  private final List<ChatWindow> windows = new ArrayList<>();
  private Optional<Fixture> fixture = Optional.empty();

  private record Fixture(Path folder, Emulator telegram, BotProcess bot) {}

  private TestEnvironment(boolean shared, boolean started) {
    this.shared = shared;
    this.started = started;
  }

  /** Creates one bot for all tests of a class; for a static field. */
  static TestEnvironment forAll() {
    return new TestEnvironment(true, true);
  }

  /** Creates a bot for each test; for an instance field. */
  static TestEnvironment forEach() {
    return new TestEnvironment(false, true);
  }

  /** Creates a bot for each test, which the test starts itself. */
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
    assertOutputPrivate();
    if (!shared) {
      close();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  Emulator telegram() {
    return fixture.orElseThrow().telegram();
  }

  BotProcess bot() {
    return fixture.orElseThrow().bot();
  }

  /** Returns the bot's folder, which is deleted after the test. */
  Path folder() {
    return fixture.orElseThrow().folder();
  }

  ConversationTexts texts() {
    return texts;
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

  /** Kills the bot as a power cut does, and ends its poll in Telegram. */
  void kill() {
    bot().kill();
    telegram().hangUp();
  }

  /** Locks the bot's database as another program might, until the connection is closed. */
  Connection lock() throws SQLException {
    Path database = bot().dataDir().resolve("backtalk.db");
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
    other.createStatement().execute("begin immediate");
    return other;
  }

  Person person(String name) {
    return register(telegram().person(name));
  }

  TestUser testUser(String name) {
    return new TestUser(person(name), texts);
  }

  Group group(String title, boolean forum) {
    return register(telegram().group(title, forum));
  }

  /** Waits until the bot is idle. */
  void quiet() {
    telegram().awaitQuiet(Duration.ofSeconds(20));
  }

  /** Waits until the bot is idle, and asserts that each tap of the person was answered once. */
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

  private <T extends ChatWindow> T register(T window) {
    window.patience(Duration.ofSeconds(20));
    windows.add(window);
    return window;
  }

  private void assertOutputPrivate() {
    String written = bot().written();
    assertThat(written).doesNotContain(telegram().token());
    assertThat(bot().out()).isEmpty();
    for (ChatWindow window : windows) {
      assertThat(written).doesNotContain(Long.toString(window.id()));
      assertThat(texts(window)).noneMatch(written::contains);
    }
    windows.clear();
  }

  private static List<String> texts(ChatWindow window) {
    return window.screen().messages().stream()
        .map(TelegramMessage::text)
        .filter(text -> text.length() >= MIN_TEXT && !text.startsWith("/"))
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
      fixture = Optional.of(new Fixture(folder, telegram, bot));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    if (started) {
      start();
    }
  }

  private void close() {
    fixture.ifPresent(TestEnvironment::close);
    fixture = Optional.empty();
  }

  private static void close(Fixture fixture) {
    if (fixture.bot().isRunning()) {
      fixture.bot().kill();
    }
    fixture.telegram().close();
    try (Stream<Path> files = Files.walk(fixture.folder())) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
