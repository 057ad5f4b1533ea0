package backtalk.cli;

import backtalk.app.Bot;
import backtalk.dialogue.Button;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.store.InMemoryDialogueStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One person's dialogue, driven line by line: kept in memory, its time moved at will. */
public final class TerminalSession implements ChatSession {
  private static final ChatId ME = new ChatId(1);

  /** Keyboards further up are out of anybody's sight. */
  private static final int KEYBOARDS = 50;

  private final DialogueManager manager;
  private final Clock clock;
  private Dialogue dialogue;
  private final Deque<List<Button>> keyboards = new ArrayDeque<>();
  private Duration passed = Duration.ZERO;
  private Instant last = Instant.MIN;
  private long updates;

  public TerminalSession(Bot bot, Clock clock) {
    manager = bot.dialogueManager(new InMemoryDialogueStore());
    this.clock = clock;
    dialogue = bot.engine().begin(clock.instant());
    welcome(bot.engine(), clock.instant()).forEach(this::remember);
  }

  /** What somebody sees who opens the chat: its buttons can be pressed before anything is said. */
  private static List<Message> welcome(Engine engine, Instant now) {
    Meaning start = new Meaning.Command(CommandKind.START, "");
    return engine.turn(engine.begin(now), start, now).messages();
  }

  /**
   * A line and what came of it.
   *
   * @param before the dialogue as it stood until then
   * @param messages what is said, a toast first
   * @param missed true when the line pressed a button that is not there, so that it counted as
   *     words
   */
  public record Exchange(
      String line, Dialogue before, Turn turn, List<Message> messages, boolean missed) {}

  @Override
  public Exchange begin() {
    return send("/start", new Input.Commanded(CommandKind.START.word(), ""), false);
  }

  @Override
  public Exchange take(String line) {
    return switch (ChatInput.parse(line)) {
      case ChatInput.Label(String label) -> press(line, labelled(label), label);
      case ChatInput.Nth(int number) -> press(line, numbered(number), line);
      case ChatInput.Wait(Duration time) -> await(line, time);
      case ChatInput.Direct(Input input) -> send(line, input, false);
    };
  }

  /** Takes a line as somebody's very words, or a command. */
  Exchange takeWords(String line) {
    return send(line, ChatInput.input(line), false);
  }

  @Override
  public List<Button> newestKeyboard() {
    return keyboards.isEmpty() ? List.of() : keyboards.getFirst();
  }

  /** A line as a test has to write it: a button by its label, one that is not there as words. */
  public String asWritten(String line) {
    return switch (ChatInput.parse(line)) {
      case ChatInput.Nth(int number) ->
          numbered(number)
              .map(button -> label(line, button))
              .orElseGet(() -> ChatInput.words(line));
      case ChatInput.Label(String label) ->
          labelled(label).isPresent() ? line : ChatInput.words(label);
      case ChatInput.Wait time -> line;
      case ChatInput.Direct words -> line;
    };
  }

  /** Two buttons of one label are told apart by their numbers alone. */
  private String label(String line, Button button) {
    String written = "[" + button.label().strip() + "]";
    boolean found =
        ChatInput.parse(written) instanceof ChatInput.Label(String label)
            && labelled(label).equals(Optional.of(button));
    return found ? written : line;
  }

  private Exchange press(String line, Optional<Button> button, String words) {
    return button
        .map(found -> send(line, new Input.Tapped(found.data()), false))
        .orElseGet(() -> send(line, new Input.Said(words, Input.Manner.TYPED), true));
  }

  private Optional<Button> labelled(String label) {
    return keyboards.stream()
        .flatMap(List::stream)
        .filter(button -> button.label().strip().equalsIgnoreCase(label))
        .findFirst();
  }

  private Optional<Button> numbered(int number) {
    List<Button> buttons = newestKeyboard();
    return number > 0 && number <= buttons.size()
        ? Optional.of(buttons.get(number - 1))
        : Optional.empty();
  }

  private Exchange await(String line, Duration time) {
    passed = passed.plus(time);
    return send(line, new Input.Silence(), false);
  }

  private Exchange send(String line, Input input, boolean missed) {
    IncomingInput incoming = new IncomingInput(ME, ++updates, input, now());
    Turn turn =
        manager
            .handle(incoming, (said, before, revision) -> List.of())
            .orElseThrow(() -> new IllegalStateException("an update was counted twice"))
            .turn();
    turn.messages().forEach(this::remember);
    Exchange exchange = new Exchange(line, dialogue, turn, messages(turn), missed);
    dialogue = turn.dialogue();
    return exchange;
  }

  private static List<Message> messages(Turn turn) {
    Stream<Message> toast =
        turn.toast().stream()
            .map(words -> new Message(Message.Kind.NOTE, FormattedText.of(words), List.of()));
    return Stream.concat(toast, turn.messages().stream()).toList();
  }

  private void remember(Message message) {
    List<Button> buttons = message.rows().stream().flatMap(List::stream).toList();
    if (!buttons.isEmpty()) {
      keyboards.addFirst(buttons);
    }
    if (keyboards.size() > KEYBOARDS) {
      keyboards.removeLast();
    }
  }

  /** Always later than before: a dialogue begun anew is told from the old one by its time. */
  private Instant now() {
    Instant now = clock.instant().plus(passed);
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }
}
