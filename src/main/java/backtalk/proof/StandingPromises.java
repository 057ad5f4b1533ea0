package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.FactLookup;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Memory;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the promises about what stands until it is answered or resolved. The engine is tried with
 * every kind of input.
 */
final class StandingPromises {

  /** The phrases that a reply may open with while another person's emergency stands. */
  private static final List<String> OPENINGS =
      List.of("someone-else-emergency", "someone-else-again", "someone-else-still");

  /** Identifies how a reply opens. */
  private record Opening(Outcome outcome, boolean begun, Optional<SourcedText> line) {}

  private record Position(boolean begun, StatePath.End end, Optional<Urgency> due) {}

  private StandingPromises() {}

  /**
   * Checks that every reply opens with the emergency while an emergency holds. A notice on a
   * pressed button is no message and needs no opening. The engine is tried with every kind of input
   * on one dialogue for each opening, and again while it asks whether the answers were a mistake,
   * because words do not settle that question.
   */
  static Stream<Violation> emergency(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    List<Meaning> meanings = new InputSamples(space.conversation()).all().toList();
    Map<Opening, StateClass> openings = new HashMap<>();
    space.classes().stream()
        .filter(StateClass::emergency)
        .forEach(stateClass -> addOpenings(stateClass, openings));
    return openings.values().stream()
        .filter(stateClass -> !emergencyStands(space.machine(), engine, stateClass, meanings))
        .map(StandingPromises::emergencyViolation);
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

  private static boolean emergencyStands(
      StateMachine machine, EngineFixture engine, StateClass stateClass, List<Meaning> meanings) {
    Turn first = engine.firstTurn(engine.in(stateClass, EngineFixture.FEWEST));
    Stream<Turn> later =
        Stream.of(first.dialogue(), EngineFixture.retracting(first.dialogue()))
            .flatMap(dialogue -> meanings.stream().map(next -> engine.turn(dialogue, next)));
    Turn followUp = engine.followUp(first.dialogue());
    return !followUp.messages().isEmpty()
        && Stream.concat(Stream.of(first, followUp), later)
            .allMatch(it -> opensWithEmergency(it, machine));
  }

  private static Violation emergencyViolation(StateClass stateClass) {
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
  private static boolean opensWithEmergency(Turn turn, StateMachine machine) {
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

  /**
   * Checks that every reply speaks of another person's emergency first while it stands. The engine
   * is tried with every kind of input, before a check and in it, with and without a card to refer
   * to.
   */
  static Stream<Violation> someoneElse(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    List<Meaning> meanings = new InputSamples(space.conversation()).all().toList();
    List<String> openings = OPENINGS.stream().map(space.conversation()::phrase).toList();
    List<String> topics = List.copyOf(space.conversation().topics().keySet());
    Memory alarm = Memory.NOTHING.with(Optional.of(new Memory.Alarm("someone", EngineFixture.NOW)));
    Memory card = alarm.showing(topics.stream().findFirst(), topics, EngineFixture.NOW);
    return Stream.of(alarm, card)
        .flatMap(memory -> Stream.of(false, true).map(begun -> dialogue(engine, memory, begun)))
        .flatMap(dialogue -> meanings.stream().map(next -> engine.turn(dialogue, next)))
        .filter(turn -> !opensWithSomeoneElse(turn, space.machine(), openings))
        .limit(1)
        .map(turn -> someoneElseViolation());
  }

  private static Dialogue dialogue(EngineFixture engine, Memory memory, boolean begun) {
    return engine.with(Facts.NONE, begun).with(memory);
  }

  /** Returns true when the reply speaks of the other person, or that emergency stands no more. */
  private static boolean opensWithSomeoneElse(
      Turn turn, StateMachine machine, List<String> openings) {
    boolean stands =
        turn.dialogue().remembered(EngineFixture.NOW).alarm().isPresent()
            && !new Assessment(machine, turn.dialogue().facts()).isEmergency();
    return !stands
        || turn.messages().isEmpty()
        || openings.stream().anyMatch(turn.messages().getFirst().text().plain()::startsWith);
  }

  private static Violation someoneElseViolation() {
    return new Violation(
        Promise.SOMEONE_ELSE_STANDS,
        new ConversationPart.Whole(),
        "While another person's emergency stands, a reply does not open with it.",
        "Mend the phrases 'someone-else-...'.",
        Optional.empty());
  }

  /**
   * Checks that a follow-up says something, and that neither it nor any answer to it lowers what
   * the facts demand. It is tried on a dialogue for each position and urgency, with the most
   * recorded answers.
   */
  static Stream<Violation> followUp(StateSpace space) {
    EngineFixture engine = new EngineFixture(space.conversation());
    return space.classes().stream()
        .collect(Collectors.toMap(it -> position(space, engine, it), it -> it, (one, other) -> one))
        .values()
        .stream()
        .filter(stateClass -> !followUpStands(space, engine, stateClass))
        .limit(1)
        .map(StandingPromises::followUpViolation);
  }

  private static Position position(StateSpace space, EngineFixture engine, StateClass stateClass) {
    Dialogue dialogue = engine.in(stateClass, EngineFixture.MOST);
    return new Position(stateClass.begun(), stateClass.path().end(), urgency(space, dialogue));
  }

  private static boolean followUpStands(
      StateSpace space, EngineFixture engine, StateClass stateClass) {
    Dialogue before = engine.in(stateClass, EngineFixture.MOST);
    Turn asked = engine.followUp(before);
    Stream<Turn> answers =
        Stream.of(CommandKind.BETTER, CommandKind.SAME, CommandKind.WORSE)
            .map(answer -> engine.later(asked.dialogue(), new Meaning.Command(answer, "")));
    Optional<Urgency> due = urgency(space, before);
    return !asked.messages().isEmpty()
        && asked.dialogue().followUp().isEmpty()
        && Stream.concat(Stream.of(asked), answers)
            .allMatch(turn -> urgency(space, turn.dialogue()).equals(due));
  }

  private static Optional<Urgency> urgency(StateSpace space, Dialogue dialogue) {
    return new Assessment(space.machine(), dialogue.facts()).urgency();
  }

  private static Violation followUpViolation(StateClass stateClass) {
    return new Violation(
        Promise.FOLLOW_UP_STANDS,
        new ConversationPart.Whole(),
        "A follow-up says nothing, or lowers what stands.",
        "Mend the phrases 'follow-up-...'.",
        Violation.Example.in(stateClass.facts(), stateClass.begun()));
  }
}
