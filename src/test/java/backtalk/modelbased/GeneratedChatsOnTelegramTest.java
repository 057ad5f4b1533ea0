package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.RecentText;
import backtalk.dialogue.ports.UnansweredQuestionSink;
import backtalk.emulator.Emulator;
import backtalk.emulator.Person;
import backtalk.store.Store;
import backtalk.telegram.BotFixture;
import backtalk.telegram.Observability;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.TelegramBot;
import backtalk.telegram.TelegramConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the generated chats, six at a time, through the Telegram bot against the emulated Bot API.
 * It alone covers the way from a turn to the screen in every state and outcome: each expected text
 * must be sent or edited into place with its buttons, each button must work as it was delivered,
 * and no tap may come late.
 */
class GeneratedChatsOnTelegramTest {

  private static final int AT_ONCE = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final TelegramConfig.Tuning QUICK =
      new TelegramConfig.Tuning(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          200,
          Duration.ofMillis(20));

  private final ConversationUnderTest subject = ConversationUnderTest.backCracking();
  private final Emulator telegram = Emulator.start();
  private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);

  private final Store store;
  private final TelegramBot bot;

  GeneratedChatsOnTelegramTest(@TempDir Path folder) {
    store = Store.open(folder);
    bot = bot(store.dialogues());
  }

  @BeforeEach
  void start() {
    bot.start();
    telegram.awaitListening(PATIENCE);
  }

  @AfterEach
  void close() {
    people.shutdownNow();
    bot.close();
    store.close();
    telegram.close();
  }

  private TelegramBot bot(DialogueStore dialogues) {
    Conversation conversation = subject.conversation();
    Engine engine = new Engine(conversation);
    DialogueManager manager =
        new DialogueManager(
            dialogues,
            new InputInterpreter(subject.interpreter()),
            RecentText.NONE,
            engine,
            UnansweredQuestionSink.NONE);
    return new TelegramBot(
        new TelegramConfig(
            telegram.token(), telegram.url(), QUICK, Optional.empty(), ZoneId.systemDefault()),
        new TelegramBot.Work(
            manager::handle,
            dialogues,
            ReplicaDuties.alone(),
            BotFixture.NO_PICTURES,
            question -> List.of()),
        conversation::phrase,
        new Observability(InstantSource.system(), new SimpleMeterRegistry()));
  }

  @TestFactory
  Stream<DynamicTest> eachExpectedScreenIsShown() {
    List<GeneratedChat> chats = new PathCover(subject.conversation()).chats().chats();
    List<? extends Future<?>> played =
        IntStream.range(0, chats.size())
            .mapToObj(i -> people.submit(() -> play("Person " + i, chats.get(i))))
            .toList();
    return IntStream.range(0, chats.size())
        .mapToObj(i -> DynamicTest.dynamicTest(chats.get(i).name(), () -> played.get(i).get()));
  }

  private void play(String name, GeneratedChat chat) {
    Person person = telegram.person(name);
    person.patience(PATIENCE);
    person.command("/start");
    for (GeneratedChat.Line line : chat.lines()) {
      if (line.typed()) {
        person.says(line.words());
      } else {
        person.taps(line.words());
      }
      person.awaits(message -> line.expectedScreen().isIn(message.text(), message.labels()));
    }
    person.awaitsAnswers();
    assertThat(person.toasts()).as("late taps, in %s", chat.story()).isEmpty();
  }
}
