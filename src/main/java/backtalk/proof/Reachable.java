package backtalk.proof;

import backtalk.conversation.Guard;
import backtalk.conversation.Line;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that is written can come to somebody: places, ways, options, lines, topics. */
final class Reachable implements Check {

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    return new Look(explored, explored.machine()).flaws();
  }

  /** One look at one conversation. */
  private record Look(Explored explored, Machine machine) {

    Stream<Flaw> flaws() {
      return Stream.of(states(), ways(), options(), outcomes(), lines(), topics())
          .flatMap(kind -> kind);
    }

    private Stream<Flaw> states() {
      return machine.states().values().stream()
          .filter(state -> none(one -> one.walk().passed().contains(state)))
          .map(state -> never(new Part.OfState(state.id()), "Nobody ever comes to this state."));
    }

    private Stream<Flaw> ways() {
      Stream<Walk.Way> all =
          Stream.concat(
              ways(Walk.Way.ANYWHERE, machine.anywhere()),
              machine.states().values().stream().flatMap(s -> ways(s.id(), s.then())));
      return all.filter(way -> none(one -> one.walk().taken().contains(way)))
          .map(way -> never(new Part.OfWay(way), "Nobody ever takes this way."));
    }

    private static Stream<Walk.Way> ways(String from, List<Transition> then) {
      return IntStream.range(0, then.size()).mapToObj(index -> new Walk.Way(from, index));
    }

    private Stream<Flaw> options() {
      return machine.states().values().stream()
          .flatMap(state -> state.expect().facts().stream().flatMap(fact -> option(state, fact)));
    }

    private Stream<Flaw> option(State state, String fact) {
      boolean open =
          explored.cases().stream()
              .filter(one -> one.asking().equals(Optional.of(state)))
              .flatMap(one -> one.facts().where(fact, Value.UNKNOWN.bit()).stream())
              .anyMatch(facts -> some(facts, k -> machine.isOpen(state, fact, k)));
      return open
          ? Stream.empty()
          : Stream.of(
              never(
                  new Part.OfOption(state.id(), fact),
                  "Nobody is ever asked '" + fact + "' here."));
    }

    private Stream<Flaw> outcomes() {
      return machine.outcomes().values().stream()
          .filter(outcome -> none(one -> one.outcome().equals(Optional.of(outcome))))
          .map(
              outcome ->
                  never(new Part.OfOutcome(outcome.id()), "Nobody ever comes to this ending."));
    }

    private Stream<Flaw> lines() {
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

    private Stream<Flaw> lines(Outcome outcome, String key, List<Line> lines) {
      return IntStream.range(0, lines.size())
          .filter(
              i -> unsaid(lines.get(i).when(), one -> one.outcome().equals(Optional.of(outcome))))
          .mapToObj(
              i ->
                  never(
                      new Part.OfLine(outcome.id(), key, i), "Nobody ever reads this line here."));
    }

    private Stream<Flaw> topics() {
      return explored.conversation().topics().values().stream()
          .filter(topic -> topic.explains().isPresent())
          .filter(topic -> unsaid(topic.explains().orElseThrow(), Case::endsMilder))
          .map(Topic::id)
          .map(
              id -> never(new Part.OfTopic(id), "No ending ever offers this, as 'explains' says."));
    }

    private boolean unsaid(Guard when, Predicate<Case> place) {
      return explored.cases().stream()
          .filter(place)
          .noneMatch(one -> some(one.facts(), when::holds));
    }

    private static boolean some(Assignments facts, Predicate<Forks.Reader> so) {
      return Forks.explore(facts, so::test).stream().anyMatch(Forks.Settled::result);
    }

    private boolean none(Predicate<Case> so) {
      return explored.cases().stream().noneMatch(so);
    }

    private static Flaw never(Part part, String what) {
      return new Flaw(
          Promise.EVERYTHING_REACHABLE,
          part,
          what,
          "Lead to it, mend the condition, or take it out.",
          Optional.empty());
    }
  }
}
