package backtalk.studio;

import backtalk.app.Bot;
import backtalk.cli.ChatInput;
import backtalk.cli.chattest.ChatRecorder;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.loader.chattests.ChatTestAppender;
import backtalk.telegram.outbound.PrivateDeliveryPlanner;
import io.javalin.http.BadRequestResponse;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the studio's chat with the classes that hold it on Telegram, and a clock of its own. */
final class StudioChat {
  private static final OptionalLong NO_TAP = OptionalLong.empty();

  private final DialogueStore store;
  private final Clock clock;
  private final List<Line> lines = new ArrayList<>();
  private Bot bot;
  private DialogueManager manager;
  private ChatId chat = new ChatId(0);
  private PhoneScreen screen;
  private Duration passed = Duration.ZERO;
  private Instant last = Instant.MIN;
  private long updates;

  StudioChat(Bot bot, DialogueStore store, Clock clock) {
    this.bot = bot;
    this.store = store;
    this.clock = clock;
    manager = bot.dialogueManager(store);
    screen = new PhoneScreen(chat, store);
  }

  /** Holds an input as a chat test writes it, and its time. */
  record Line(String text, Instant at) {}

  /**
   * Holds a turn.
   *
   * @param input the input, and {@code words} what the person did in words
   * @param before the dialogue before the turn
   */
  record Taken(Input input, String words, Dialogue before, Turn turn, Instant at) {}

  /** Goes on with another version of the conversation. */
  void use(Bot other) {
    bot = other;
    manager = other.dialogueManager(store);
  }

  /** Begins a new chat with {@code /start}, as a person does who finds the bot. */
  Taken restart() {
    chat = new ChatId(chat.value() + 1);
    screen = new PhoneScreen(chat, store);
    lines.clear();
    return send(new Input.Commanded(CommandKind.START.word(), ""), "/start", NO_TAP);
  }

  Taken type(String text) {
    screen.type(text, now());
    Input input = ChatInput.input(text);
    lines.add(new Line(input instanceof Input.Said ? ChatInput.asTyped(text) : text, last));
    return send(input, text, NO_TAP);
  }

  Taken tap(long message, String data, String label) {
    lines.add(new Line("[" + label + "]", now()));
    return send(new Input.Tapped(data), label, OptionalLong.of(message));
  }

  /** Lets days pass in which nothing is said. */
  Taken pass(int days) {
    passed = passed.plusDays(days);
    lines.add(new Line("~" + days + "d", now()));
    return send(new Input.Silence(), days + " days pass", NO_TAP);
  }

  private Taken send(Input input, String words, OptionalLong tapped) {
    Instant at = now();
    Dialogue before =
        store.find(chat).map(StoredDialogue::dialogue).orElseGet(() -> bot.engine().begin(at));
    DialogueManager.Handled handled =
        manager
            .handle(
                new IncomingInput(chat, ++updates, input, at),
                new PrivateDeliveryPlanner(chat, tapped, OptionalLong.empty()))
            .orElseThrow();
    handled.outgoing().forEach(outgoing -> screen.send(outgoing, at));
    return new Taken(input, words, before, handled.turn(), at);
  }

  /** Returns a time later than any before, because dialogues are told apart by it. */
  private Instant now() {
    Instant now = clock.instant().plus(passed);
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }

  PhoneScreen screen() {
    return screen;
  }

  Instant time() {
    return clock.instant().plus(passed);
  }

  /**
   * Adds the chat to a file of tests, by playing its lines again to the recorder of {@code chat}.
   */
  Studio.Recorded record(Path file) {
    if (lines.isEmpty()) {
      throw new BadRequestResponse("say something first");
    }
    AtomicReference<Instant> time = new AtomicReference<>(lines.getFirst().at());
    InstantSource times = time::get;
    ChatRecorder recorder = new ChatRecorder(bot, times.withZone(ZoneId.systemDefault()));
    var unused = recorder.begin();
    for (Line line : lines) {
      time.set(line.at());
      unused = recorder.take(line.text());
    }
    try {
      ChatTestAppender.Added added =
          ChatTestAppender.open(file).add(recorder.name(), recorder.steps());
      return new Studio.Recorded(file + ":" + added.line(), added.name());
    } catch (UncheckedIOException failed) {
      throw new BadRequestResponse(String.valueOf(failed.getMessage()));
    }
  }
}
