package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.FactLookup;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that every reply opens with the emergency while an emergency holds. A notice on a pressed
 * button is no message and needs no opening. The engine is tried with every kind of input on one
 * dialogue for each opening, and again while it asks whether the answers were a mistake, because
 * words do not settle that question.
 */
final class EmergencyStands {

  /** Identifies how a reply opens. */
  private record Opening(Outcome outcome, boolean begun, Optional<SourcedText> line) {}

  private EmergencyStands() {}

  static Stream<Violation> violations(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    List<Meaning> meanings = new InputSamples(space.conversation()).all().toList();
    Map<Opening, StateClass> openings = new HashMap<>();
    space.classes().stream()
        .filter(StateClass::emergency)
        .forEach(stateClass -> addOpenings(stateClass, openings));
    return openings.values().stream()
        .filter(stateClass -> !stands(space.machine(), engine, stateClass, meanings))
        .map(EmergencyStands::violation);
  }

  /** Adds the openings of replies in a state class, each with a part of the class. */
  private static void addOpenings(StateClass stateClass, Map<Opening, StateClass> openings) {
    Outcome outcome = stateClass.outcome().orElseThrow();
    boolean begun = stateClass.begun();
    for (PathExplorer.Result<Optional<SourcedText>> explored :
        PathExplorer.explore(
            stateClass.facts(), known -> firstLine(outcome.opening().opensWith(), known))) {
      openings.putIfAbsent(
          new Opening(outcome, begun, explored.result()),
          new StateClass(explored.facts(), begun, stateClass.path()));
    }
  }

  private static Optional<SourcedText> firstLine(List<SourcedText> lines, FactLookup known) {
    return lines.stream().filter(line -> line.holds(known, Urgency.EMERGENCY)).findFirst();
  }

  private static boolean stands(
      StateMachine machine, EngineFixture engine, StateClass stateClass, List<Meaning> meanings) {
    Turn first = engine.firstTurn(engine.in(stateClass, EngineFixture.FEWEST));
    Stream<Turn> later =
        Stream.of(first.dialogue(), EngineFixture.retracting(first.dialogue()))
            .flatMap(dialogue -> meanings.stream().map(next -> engine.turn(dialogue, next)));
    Turn followUp = engine.followUp(first.dialogue());
    return !followUp.messages().isEmpty()
        && Stream.concat(Stream.of(first, followUp), later).allMatch(it -> opens(it, machine));
  }

  private static Violation violation(StateClass stateClass) {
    return new Violation(
        Promise.EMERGENCY_STANDS,
        new ConversationPart.OfOutcome(stateClass.outcome().orElseThrow().id()),
        "While this emergency stands, a reply does not open with it.",
        "Mend its 'title' and 'opens-with'.",
        Violation.Example.in(stateClass.facts(), stateClass.begun()));
  }

  /**
   * Returns true when a reply opens with its emergency. An emergency may only be replaced by a more
   * urgent one.
   */
  private static boolean opens(Turn turn, StateMachine machine) {
    Outcome outcome = machine.outcomes().get(turn.gist().place());
    return outcome != null
        && outcome.urgency() == Urgency.EMERGENCY
        && (turn.messages().isEmpty() || startsWith(turn, outcome.opening()));
  }

  private static boolean startsWith(Turn turn, Outcome.Opening opening) {
    String reply = turn.messages().getFirst().text().plain();
    return Stream.of(opening.title(), opening.opensWith())
        .flatMap(lines -> firstLine(lines, turn.dialogue().facts()).stream())
        .anyMatch(line -> reply.startsWith(line.say()));
  }
}
