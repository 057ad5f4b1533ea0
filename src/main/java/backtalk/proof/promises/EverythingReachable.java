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

/** Everything that is written can come to somebody: places, ways, options, lines, topics. */
public final class EverythingReachable implements PromiseCheck {

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    return new Look(space, space.machine()).flaws();
  }

  /** One look at one conversation. */
  private record Look(StateSpace space, StateMachine machine) {

    Stream<Violation> flaws() {
      return Stream.of(states(), ways(), options(), outcomes(), lines(), topics())
          .flatMap(kind -> kind);
    }

    private Stream<Violation> states() {
      return machine.states().values().stream()
          .filter(state -> none(one -> one.path().passed().contains(state)))
          .map(
              state ->
                  never(
                      new ViolationLocation.OfState(state.id()),
                      "Nobody ever comes to this state."));
    }

    private Stream<Violation> ways() {
      Stream<StatePath.TransitionRef> all =
          Stream.concat(
              ways(StatePath.TransitionRef.ANYWHERE, machine.anywhere()),
              machine.states().values().stream().flatMap(s -> ways(s.id(), s.then())));
      return all.filter(transitionRef -> none(one -> one.path().taken().contains(transitionRef)))
          .map(
              transitionRef ->
                  never(new ViolationLocation.OfWay(transitionRef), "Nobody ever takes this way."));
    }

    private static Stream<StatePath.TransitionRef> ways(String from, List<Transition> then) {
      return IntStream.range(0, then.size())
          .mapToObj(index -> new StatePath.TransitionRef(from, index));
    }

    private Stream<Violation> options() {
      return machine.states().values().stream()
          .flatMap(state -> state.prompt().facts().stream().flatMap(fact -> option(state, fact)));
    }

    private Stream<Violation> option(State state, String fact) {
      boolean open =
          space.cases().stream()
              .filter(one -> one.asking().equals(Optional.of(state)))
              .flatMap(one -> one.facts().where(fact, FactOption.UNKNOWN.bit()).stream())
              .anyMatch(facts -> some(facts, k -> machine.isOpen(state, fact, k)));
      return open
          ? Stream.empty()
          : Stream.of(
              never(
                  new ViolationLocation.OfOption(state.id(), fact),
                  "Nobody is ever asked '" + fact + "' here."));
    }

    private Stream<Violation> outcomes() {
      return machine.outcomes().values().stream()
          .filter(outcome -> none(one -> one.outcome().equals(Optional.of(outcome))))
          .map(
              outcome ->
                  never(
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
              i -> unsaid(lines.get(i).when(), one -> one.outcome().equals(Optional.of(outcome))))
          .mapToObj(
              i ->
                  never(
                      new ViolationLocation.OfLine(outcome.id(), key, i),
                      "Nobody ever reads this line here."));
    }

    private Stream<Violation> topics() {
      return space.conversation().topics().values().stream()
          .filter(topic -> topic.explains().isPresent())
          .filter(topic -> unsaid(topic.explains().orElseThrow(), StateClass::endsMilder))
          .map(Topic::id)
          .map(
              id ->
                  never(
                      new ViolationLocation.OfTopic(id),
                      "No ending ever offers this, as 'explains' says."));
    }

    private boolean unsaid(Guard when, Predicate<StateClass> place) {
      return space.cases().stream().filter(place).noneMatch(one -> some(one.facts(), when::holds));
    }

    private static boolean some(FactAssignments facts, Predicate<PathExplorer.Reader> so) {
      return PathExplorer.explore(facts, so::test).stream().anyMatch(PathExplorer.Settled::result);
    }

    private boolean none(Predicate<StateClass> so) {
      return space.cases().stream().noneMatch(so);
    }

    private static Violation never(ViolationLocation part, String what) {
      return new Violation(
          Promise.EVERYTHING_REACHABLE,
          part,
          what,
          "Lead to it, mend the condition, or take it out.",
          Optional.empty());
    }
  }
}
