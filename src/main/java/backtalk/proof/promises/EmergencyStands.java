package backtalk.proof.promises;

import backtalk.conversation.FactLookup;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Meaning;
import backtalk.proof.EngineFixture;
import backtalk.proof.InputSamples;
import backtalk.proof.PathExplorer;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import backtalk.proof.ViolationLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * While an emergency stands, whatever a person does next is answered with it first; a word at the
 * tapped button itself is no message and needs no opening. The engine itself is tried, with every
 * kind of input, on one dialogue of each way to open, and again while it is asked whether what was
 * told was a mistake: words do not settle that.
 */
public final class EmergencyStands implements PromiseCheck {

  /** What decides how a reply opens. */
  private record Opening(Outcome outcome, boolean begun, Optional<SourcedText> line) {}

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    EngineFixture engineFixture = new EngineFixture(space.conversation());
    Map<Opening, StateClass> openings = new HashMap<>();
    space.cases().stream()
        .filter(StateClass::emergency)
        .forEach(one -> ways(one).forEach(openings::putIfAbsent));
    List<Meaning> meanings = new InputSamples(space.conversation()).all().toList();
    return openings.values().stream().flatMap(one -> flaws(space, engineFixture, one, meanings));
  }

  /** The ways in which replies to those of a case may open, each with some of them. */
  private static Map<Opening, StateClass> ways(StateClass one) {
    Outcome outcome = one.outcome().orElseThrow();
    Map<Opening, StateClass> ways = new HashMap<>();
    for (PathExplorer.Settled<Optional<SourcedText>> settled :
        PathExplorer.explore(one.facts(), known -> first(outcome.opening().opensWith(), known))) {
      ways.putIfAbsent(
          new Opening(outcome, one.begun(), settled.result()),
          new StateClass(settled.facts(), one.begun(), one.path()));
    }
    return ways;
  }

  private static Optional<SourcedText> first(List<SourcedText> lines, FactLookup known) {
    return lines.stream().filter(line -> line.holds(known, Urgency.EMERGENCY)).findFirst();
  }

  private static Stream<Violation> flaws(
      StateSpace space, EngineFixture engineFixture, StateClass one, List<Meaning> meanings) {
    Turn told =
        engineFixture.turn(
            engineFixture.in(one, EngineFixture.LEAST), new Meaning.UnknownCommand());
    Dialogue retracting = engineFixture.retracting(told.dialogue());
    Stream<Turn> later =
        Stream.of(told.dialogue(), retracting)
            .flatMap(dialogue -> meanings.stream().map(next -> engineFixture.turn(dialogue, next)));
    return Stream.concat(Stream.of(told), later)
        .filter(turn -> !opens(turn, space.machine()))
        .map(turn -> flaw(one))
        .limit(1);
  }

  private static Violation flaw(StateClass one) {
    return new Violation(
        Promise.EMERGENCY_STANDS,
        new ViolationLocation.OfOutcome(one.outcome().orElseThrow().id()),
        "While this emergency stands, a reply does not open with it.",
        "Mend its 'title' and 'opens-with'.",
        Violation.Shown.in(one.facts(), one.begun()));
  }

  /** An emergency may give way to a more pressing one, and to nothing else. */
  private static boolean opens(Turn turn, StateMachine machine) {
    Outcome outcome = machine.outcomes().get(turn.gist().place());
    return outcome != null
        && outcome.urgency() == Urgency.EMERGENCY
        && (turn.messages().isEmpty() || starts(turn, outcome.opening()));
  }

  private static boolean starts(Turn turn, Outcome.Opening opening) {
    String said = turn.messages().getFirst().text().plain();
    return Stream.of(opening.title(), opening.opensWith())
        .flatMap(lines -> first(lines, turn.dialogue().facts()).stream())
        .anyMatch(line -> said.startsWith(line.say()));
  }
}
