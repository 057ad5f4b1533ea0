package backtalk.proof.promises;

import backtalk.conversation.Guard;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Topic;
import backtalk.conversation.Transition;
import backtalk.proof.FactAssignments;
import backtalk.proof.FactOption;
import backtalk.proof.PathExplorer;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import backtalk.proof.ViolationLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks that some dialogue reaches every state, transition, option, outcome, line and topic. */
public final class EverythingReachable implements PromiseCheck {

  @Override
  public Stream<Violation> violations(StateSpace space) {
    return new Run(space, space.machine()).violations();
  }

  /** Holds the state space of one check. */
  private record Run(StateSpace space, StateMachine machine) {

    Stream<Violation> violations() {
      return Stream.of(states(), transitions(), options(), outcomes(), lines(), topics())
          .flatMap(kind -> kind);
    }

    private Stream<Violation> states() {
      return machine.states().values().stream()
          .filter(state -> none(stateClass -> stateClass.path().passed().contains(state)))
          .map(
              state ->
                  unreachable(
                      new ViolationLocation.OfState(state.id()),
                      "Nobody ever comes to this state."));
    }

    private Stream<Violation> transitions() {
      Stream<StatePath.TransitionRef> all =
          Stream.concat(
              transitions(StatePath.TransitionRef.ANYWHERE, machine.anywhere()),
              machine.states().values().stream().flatMap(s -> transitions(s.id(), s.then())));
      return all.filter(
              transitionRef ->
                  none(stateClass -> stateClass.path().taken().contains(transitionRef)))
          .map(
              transitionRef ->
                  unreachable(
                      new ViolationLocation.OfTransition(transitionRef),
                      "Nobody ever takes this way."));
    }

    private static Stream<StatePath.TransitionRef> transitions(String from, List<Transition> then) {
      return IntStream.range(0, then.size())
          .mapToObj(index -> new StatePath.TransitionRef(from, index));
    }

    private Stream<Violation> options() {
      return machine.states().values().stream()
          .flatMap(state -> state.prompt().facts().stream().flatMap(fact -> option(state, fact)));
    }

    private Stream<Violation> option(State state, String fact) {
      boolean open =
          space.classes().stream()
              .filter(stateClass -> stateClass.asking().equals(Optional.of(state)))
              .flatMap(
                  stateClass -> stateClass.facts().where(fact, FactOption.UNKNOWN.bit()).stream())
              .anyMatch(facts -> anyAssignment(facts, known -> machine.isOpen(state, fact, known)));
      return open
          ? Stream.empty()
          : Stream.of(
              unreachable(
                  new ViolationLocation.OfOption(state.id(), fact),
                  "Nobody is ever asked '" + fact + "' here."));
    }

    private Stream<Violation> outcomes() {
      return machine.outcomes().values().stream()
          .filter(outcome -> none(stateClass -> stateClass.outcome().equals(Optional.of(outcome))))
          .map(
              outcome ->
                  unreachable(
                      new ViolationLocation.OfOutcome(outcome.id()),
                      "Nobody ever comes to this ending."));
    }

    private Stream<Violation> lines() {
      return machine.outcomes().values().stream()
          .flatMap(
              outcome ->
                  Map.of(
                          "means", outcome.card().means(),
                          "do", outcome.card().todo(),
                          "now", outcome.card().now(),
                          "watch", outcome.card().watch())
                      .entrySet()
                      .stream()
                      .flatMap(key -> lines(outcome, key.getKey(), key.getValue())));
    }

    private Stream<Violation> lines(Outcome outcome, String key, List<SourcedText> lines) {
      return IntStream.range(0, lines.size())
          .filter(
              i ->
                  isNeverShown(
                      lines.get(i).when(),
                      stateClass -> stateClass.outcome().equals(Optional.of(outcome))))
          .mapToObj(
              i ->
                  unreachable(
                      new ViolationLocation.OfLine(outcome.id(), key, i),
                      "Nobody ever reads this line here."));
    }

    private Stream<Violation> topics() {
      return space.conversation().topics().values().stream()
          .filter(topic -> topic.explains().isPresent())
          .filter(
              topic -> isNeverShown(topic.explains().orElseThrow(), StateClass::endsBelowEmergency))
          .map(Topic::id)
          .map(
              id ->
                  unreachable(
                      new ViolationLocation.OfTopic(id),
                      "No ending ever offers this, as 'explains' says."));
    }

    private boolean isNeverShown(Guard when, Predicate<StateClass> position) {
      return space.classes().stream()
          .filter(position)
          .noneMatch(stateClass -> anyAssignment(stateClass.facts(), when::holds));
    }

    private static boolean anyAssignment(
        FactAssignments facts, Predicate<PathExplorer.Reader> condition) {
      return PathExplorer.explore(facts, condition::test).stream()
          .anyMatch(PathExplorer.Result::result);
    }

    private boolean none(Predicate<StateClass> condition) {
      return space.classes().stream().noneMatch(condition);
    }

    private static Violation unreachable(ViolationLocation location, String what) {
      return new Violation(
          Promise.EVERYTHING_REACHABLE,
          location,
          what,
          "Lead to it, mend the condition, or take it out.",
          Optional.empty());
    }
  }
}
