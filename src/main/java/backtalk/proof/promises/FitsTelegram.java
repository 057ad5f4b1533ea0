package backtalk.proof.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Meaning;
import backtalk.proof.EngineFixture;
import backtalk.proof.FactOption;
import backtalk.proof.InputSamples;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import backtalk.proof.ViolationLocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No turn says more than a Telegram message holds: 4096 characters, buttons of at most 64 bytes, 8
 * in a row and 100 in all (Bot API 9). The engine itself is tried in every place, by whoever told
 * most and by whoever is asked most there, with the longest message echoed that a person can send.
 */
public final class FitsTelegram implements PromiseCheck {
  private static final int TEXT = 4096;
  private static final int TOAST = 200;
  private static final int BUTTON_BYTES = 64;
  private static final int ROW = 8;
  private static final int BUTTONS = 100;

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    EngineFixture engineFixture = new EngineFixture(space.conversation());
    List<Meaning> longest = new InputSamples(space.conversation()).longest().toList();
    return space.cases().stream()
        .collect(Collectors.groupingBy(FitsTelegram::place))
        .values()
        .stream()
        .flatMap(
            cases ->
                Stream.of(
                    last(engineFixture, cases, EngineFixture.MOST, TOLD),
                    last(engineFixture, cases, EngineFixture.LEAST, TOLD.reversed())))
        .flatMap(one -> flaws(engineFixture, one, longest));
  }

  private static ViolationLocation place(StateClass one) {
    return one.asking()
        .<ViolationLocation>map(state -> new ViolationLocation.OfState(state.id()))
        .or(() -> one.outcome().map(outcome -> new ViolationLocation.OfOutcome(outcome.id())))
        .orElseGet(ViolationLocation.Whole::new);
  }

  private static final Comparator<Fullest> TOLD =
      Comparator.comparingInt(it -> it.dialogue().facts().values().size());

  /** A dialogue of a case of a place. */
  private record Fullest(StateClass one, Dialogue dialogue) {}

  private static Fullest last(
      EngineFixture engineFixture,
      List<StateClass> cases,
      List<FactOption> told,
      Comparator<Fullest> order) {
    return cases.stream()
        .map(one -> new Fullest(one, engineFixture.in(one, told)))
        .max(order)
        .orElseThrow();
  }

  private static Stream<Violation> flaws(
      EngineFixture engineFixture, Fullest fullest, List<Meaning> longest) {
    Turn first = engineFixture.turn(fullest.dialogue(), new Meaning.UnknownCommand());
    Stream<Turn> next = longest.stream().map(then -> engineFixture.turn(first.dialogue(), then));
    return Stream.concat(Stream.of(first), next)
        .flatMap(turn -> tooMuch(turn).stream())
        .map(what -> flaw(fullest.one(), what));
  }

  private static Violation flaw(StateClass one, String what) {
    return new Violation(
        Promise.FITS_TELEGRAM,
        place(one),
        "Here " + what + ".",
        "Shorten the texts that are said here.",
        Violation.Shown.in(one.facts(), one.begun()));
  }

  private static Optional<String> tooMuch(Turn turn) {
    return Stream.concat(
            turn
                .toast()
                .filter(toast -> toast.length() > TOAST)
                .map(t -> "a notice is too long")
                .stream(),
            turn.messages().stream().flatMap(message -> tooMuch(message).stream()))
        .findFirst();
  }

  private static Optional<String> tooMuch(Message message) {
    List<Button> buttons = message.rows().stream().flatMap(List::stream).toList();
    int length = message.text().plain().length();
    if (length > TEXT) {
      return Optional.of("a message has " + length + " characters; " + TEXT + " are the most");
    }
    if (buttons.size() > BUTTONS || message.rows().stream().anyMatch(row -> row.size() > ROW)) {
      return Optional.of("a message has too many buttons");
    }
    return buttons.stream()
        .filter(button -> button.data().getBytes(UTF_8).length > BUTTON_BYTES)
        .map(button -> "the button '" + button.label() + "' carries more than 64 bytes")
        .findFirst();
  }
}
