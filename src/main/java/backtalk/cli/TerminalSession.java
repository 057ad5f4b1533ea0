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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds one dialogue in memory, driven line by line, with a clock that can be moved forward. */
public class TerminalSession {
  private static final ChatId CHAT = new ChatId(1);

  /** Limits the keyboards that a label can press. */
  private static final int MAX_KEYBOARDS = 50;

  private final DialogueManager manager;
  private final Clock clock;
  private Dialogue dialogue;
  private final Deque<List<Button>> keyboards = new ArrayDeque<>();
  private Duration passed = Duration.ZERO;
  private Instant last = Instant.MIN;
  private long updates;

  public TerminalSession(Bot bot, Clock clock) {
    manager = bot.dialogueManager(new TerminalStore());
    this.clock = clock;
    dialogue = bot.engine().begin(clock.instant());
    for (Message message : welcome(bot.engine(), clock.instant())) {
      remember(message);
    }
  }

  /** Returns the welcome messages, whose buttons can be pressed before any input. */
  private static List<Message> welcome(Engine engine, Instant now) {
    Meaning start = new Meaning.Command(CommandKind.START, "");
    return engine.turn(engine.begin(now), start, now).messages();
  }

  /**
   * Holds an input line and its turn.
   *
   * @param before the dialogue before the turn
   * @param messages the turn's messages, a toast first
   * @param missed true when the line named a button that does not exist and so was handled as text
   */
  public record Exchange(
      String line, Dialogue before, Turn turn, List<Message> messages, boolean missed) {}

  /** Opens the chat with {@code /start}. */
  public Exchange begin() {
    return send("/start", new Input.Commanded(CommandKind.START.word(), ""), false);
  }

  /** Handles a line in any form of {@link ChatInput}. */
  public Exchange take(String line) {
    return switch (ChatInput.parse(line)) {
      case ChatInput.Label(String label) -> press(line, withLabel(label), label);
      case ChatInput.Nth(int number) -> press(line, withNumber(number), line);
      case ChatInput.Wait(Duration time) -> pass(line, time);
      case ChatInput.Direct(Input input) -> send(line, input, false);
    };
  }

  /** Handles a line as text or a command only, without the other forms of {@link ChatInput}. */
  Exchange takeTyped(String line) {
    return send(line, ChatInput.input(line), false);
  }

  /** Returns the buttons of the newest message that has any, in reading order. */
  public final List<Button> newestKeyboard() {
    return keyboards.isEmpty() ? List.of() : keyboards.getFirst();
  }

  /** Returns the line as a test file writes it: a button by its label, a missing button as text. */
  protected final String asWritten(String line) {
    return switch (ChatInput.parse(line)) {
      case ChatInput.Nth(int number) ->
          withNumber(number)
              .map(button -> label(line, button))
              .orElseGet(() -> ChatInput.asTyped(line));
      case ChatInput.Label(String label) ->
          withLabel(label).isPresent() ? line : ChatInput.asTyped(label);
      case ChatInput.Wait time -> line;
      case ChatInput.Direct direct -> line;
    };
  }

  /** Returns the button's label, or the given line where another button has the same label. */
  private String label(String line, Button button) {
    String written = "[" + button.label().strip() + "]";
    boolean found =
        ChatInput.parse(written) instanceof ChatInput.Label(String label)
            && withLabel(label).equals(Optional.of(button));
    return found ? written : line;
  }

  private Exchange press(String line, Optional<Button> button, String text) {
    return button
        .map(found -> send(line, new Input.Tapped(found.data()), false))
        .orElseGet(() -> send(line, new Input.Said(text, Input.Manner.TYPED), true));
  }

  private Optional<Button> withLabel(String label) {
    return keyboards.stream()
        .flatMap(List::stream)
        .filter(button -> button.label().strip().equalsIgnoreCase(label))
        .findFirst();
  }

  private Optional<Button> withNumber(int number) {
    List<Button> buttons = newestKeyboard();
    return number > 0 && number <= buttons.size()
        ? Optional.of(buttons.get(number - 1))
        : Optional.empty();
  }

  private Exchange pass(String line, Duration time) {
    passed = passed.plus(time);
    return send(line, new Input.Silence(), false);
  }

  private Exchange send(String line, Input input, boolean missed) {
    IncomingInput incoming = new IncomingInput(CHAT, ++updates, input, now());
    Turn turn =
        manager
            .handle(incoming, (handled, before, revision) -> List.of())
            .orElseThrow(() -> new IllegalStateException("the same update was handled twice"))
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
    List<Button> buttons = message.buttons();
    if (!buttons.isEmpty()) {
      keyboards.addFirst(buttons);
    }
    if (keyboards.size() > MAX_KEYBOARDS) {
      keyboards.removeLast();
    }
  }

  /**
   * Returns a time later than any before, because dialogues are distinguished by their start time.
   */
  private Instant now() {
    Instant now = clock.instant().plus(passed);
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }
}
