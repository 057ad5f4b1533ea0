package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.Guard;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks that some dialogue reaches every state, transition, option, outcome, line and topic. */
record EverythingReachable(StateSpace space) {

  static Stream<Violation> violations(StateSpace space) {
    EverythingReachable check = new EverythingReachable(space);
    return Stream.of(
            check.states(),
            check.transitions(),
            check.options(),
            check.outcomes(),
            check.lines(),
            check.topics())
        .flatMap(kind -> kind);
  }

  private StateMachine machine() {
    return space.machine();
  }

  private Stream<Violation> states() {
    return machine().states().values().stream()
        .flatMap(
            state ->
                unlessReached(
                    new ConversationPart.OfState(state.id()),
                    stateClass -> stateClass.path().passed().contains(state),
                    "Nobody ever comes to this state."));
  }

  private Stream<Violation> transitions() {
    return machine()
        .transitions()
        .flatMap(
            transitionRef ->
                unlessReached(
                    new ConversationPart.OfTransition(transitionRef),
                    stateClass -> stateClass.path().taken().contains(transitionRef),
                    "Nobody ever takes this way."));
  }

  private Stream<Violation> options() {
    return machine().states().values().stream()
        .flatMap(state -> state.prompt().facts().stream().flatMap(fact -> option(state, fact)));
  }

  private Stream<Violation> option(State state, String fact) {
    return unlessReached(
        new ConversationPart.OfOption(state.id(), fact),
        stateClass ->
            stateClass.asking().equals(Optional.of(state))
                && stateClass
                    .facts()
                    .where(fact, FactOption.UNKNOWN.bit())
                    .filter(some -> mayHold(some, known -> machine().isOpen(state, fact, known)))
                    .isPresent(),
        "Nobody is ever asked '" + fact + "' here.");
  }

  private Stream<Violation> outcomes() {
    return machine().outcomes().values().stream()
        .flatMap(
            outcome ->
                unlessReached(
                    new ConversationPart.OfOutcome(outcome.id()),
                    stateClass -> stateClass.endsIn(outcome),
                    "Nobody ever comes to this ending."));
  }

  private Stream<Violation> lines() {
    return machine().outcomes().values().stream()
        .flatMap(
            outcome ->
                Stream.of(
                        lines(outcome, "means", outcome.card().means()),
                        lines(outcome, "do", outcome.card().todo()),
                        lines(outcome, "now", outcome.card().now()),
                        lines(outcome, "watch", outcome.card().watch()),
                        lines(outcome, "staff", outcome.handover().staff()),
                        lines(outcome, "questions", outcome.handover().questions()))
                    .flatMap(key -> key));
  }

  private Stream<Violation> lines(Outcome outcome, String key, List<SourcedText> lines) {
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            i ->
                unlessReached(
                    new ConversationPart.OfLine(outcome.id(), key, i),
                    stateClass ->
                        stateClass.endsIn(outcome)
                            && mayHold(stateClass.facts(), lines.get(i).when()::holds),
                    "Nobody ever reads this line here."));
  }

  private Stream<Violation> topics() {
    return space.conversation().topics().values().stream()
        .flatMap(topic -> topic.explains().stream().flatMap(when -> topic(topic.id(), when)));
  }

  private Stream<Violation> topic(String id, Guard explains) {
    return unlessReached(
        new ConversationPart.OfTopic(id),
        stateClass ->
            stateClass.endsBelowEmergency() && mayHold(stateClass.facts(), explains::holds),
        "No ending ever offers this, as 'explains' says.");
  }

  /** Returns true when the condition holds for some of these assignments. */
  private static boolean mayHold(FactAssignments facts, Predicate<PathExplorer.Reader> condition) {
    return PathExplorer.explore(facts, condition::test).stream()
        .anyMatch(PathExplorer.Result::result);
  }

  /** Returns the violation at {@code part} unless some class reaches it. */
  private Stream<Violation> unlessReached(
      ConversationPart part, Predicate<StateClass> reached, String what) {
    String fix = "Lead to it, mend the condition, or take it out.";
    return space.classes().stream().anyMatch(reached)
        ? Stream.empty()
        : Stream.of(new Violation(Promise.EVERYTHING_REACHABLE, part, what, fix, Optional.empty()));
  }
}
