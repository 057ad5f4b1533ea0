package backtalk.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.StatePath;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that every turn fits Telegram: 4096 characters per message, callback data of at most 64
 * bytes, copied text of at most 256 characters, 8 buttons per row and 100 in all (Bot API 9). The
 * engine is tried in every position, with the most recorded answers and with the most open
 * questions, and with the longest message that a person can send.
 */
final class FitsTelegram {
  private static final int MAX_TEXT = 4096;
  private static final int MAX_TOAST = 200;
  private static final int MAX_BUTTON_BYTES = 64;
  private static final int MAX_ROW = 8;
  private static final int MAX_BUTTONS = 100;

  private static final Comparator<Fullest> BY_RECORDED_ANSWERS =
      Comparator.comparingInt(it -> it.dialogue().facts().values().size());

  private FitsTelegram() {}

  private record Fullest(StateClass stateClass, Dialogue dialogue) {}

  static Stream<Violation> violations(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    List<Meaning> longest = new InputSamples(space.conversation()).longest().toList();
    return space.classes().stream()
        .collect(Collectors.groupingBy(FitsTelegram::location))
        .values()
        .stream()
        .flatMap(classes -> fullest(engine, classes))
        .flatMap(fullest -> violations(engine, fullest, longest));
  }

  private static ConversationPart location(StateClass stateClass) {
    return switch (stateClass.path().end()) {
      case StatePath.End.Nowhere nowhere -> new ConversationPart.Whole();
      case StatePath.End.Open(State state) -> new ConversationPart.OfState(state.id());
      case StatePath.End.At(Outcome outcome) -> new ConversationPart.OfOutcome(outcome.id());
    };
  }

  /** Returns the dialogue with the most recorded answers, and the one with the fewest. */
  private static Stream<Fullest> fullest(EngineFixture engine, List<StateClass> classes) {
    return Stream.of(
        dialogues(engine, classes, EngineFixture.MOST).max(BY_RECORDED_ANSWERS).orElseThrow(),
        dialogues(engine, classes, EngineFixture.FEWEST).min(BY_RECORDED_ANSWERS).orElseThrow());
  }

  private static Stream<Fullest> dialogues(
      EngineFixture engine, List<StateClass> classes, List<FactOption> preference) {
    return classes.stream()
        .map(stateClass -> new Fullest(stateClass, engine.in(stateClass, preference)));
  }

  private static Stream<Violation> violations(
      EngineFixture engine, Fullest fullest, List<Meaning> longest) {
    Turn first = engine.firstTurn(fullest.dialogue());
    Stream<Turn> next = longest.stream().map(then -> engine.turn(first.dialogue(), then));
    return Stream.concat(Stream.of(first), next)
        .flatMap(turn -> tooMuch(turn).stream())
        .map(what -> violation(fullest.stateClass(), what));
  }

  private static Violation violation(StateClass stateClass, String what) {
    return new Violation(
        Promise.FITS_TELEGRAM,
        location(stateClass),
        "Here " + what + ".",
        "Shorten the texts that are said here.",
        Violation.Example.in(stateClass.facts(), stateClass.begun()));
  }

  private static Optional<String> tooMuch(Turn turn) {
    return turn.toast().filter(toast -> toast.length() > MAX_TOAST).isPresent()
        ? Optional.of("a notice is too long")
        : turn.messages().stream().flatMap(message -> tooMuch(message).stream()).findFirst();
  }

  private static Optional<String> tooMuch(Message message) {
    List<Button> buttons = message.rows().stream().flatMap(List::stream).toList();
    int length = message.text().plain().length();
    if (length > MAX_TEXT) {
      return Optional.of("a message has " + length + " characters; " + MAX_TEXT + " are the most");
    }
    if (buttons.size() > MAX_BUTTONS
        || message.rows().stream().anyMatch(row -> row.size() > MAX_ROW)) {
      return Optional.of("a message has too many buttons");
    }
    return buttons.stream()
        .filter(FitsTelegram::isTooMuch)
        .map(
            button ->
                "the button '%s' carries more than %s"
                    .formatted(button.label(), button.copies() ? "256 characters" : "64 bytes"))
        .findFirst();
  }

  private static boolean isTooMuch(Button button) {
    return button.copies()
        ? button.data().length() > Button.MAX_COPIED
        : button.data().getBytes(UTF_8).length > MAX_BUTTON_BYTES;
  }
}
