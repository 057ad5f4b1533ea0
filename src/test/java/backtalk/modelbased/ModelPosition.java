package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.conversation.Guard;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Describes a position in a check that follows from the recorded facts alone.
 *
 * @param each the state whose facts are asked one by one
 */
record ModelPosition(ExpectedFacts expectedFacts, Optional<String> each) {

  static ModelPosition first(StateMachine machine) {
    return new ModelPosition(ExpectedFacts.empty(machine), Optional.empty());
  }

  Position position() {
    return expectedFacts.position(true);
  }

  StatePath path() {
    return expectedFacts.machine().path(expectedFacts, true);
  }

  ModelPosition after(InputStep inputStep) {
    ExpectedFacts next = expectedFacts;
    for (Map.Entry<String, Answer> answer : inputStep.answers().entrySet()) {
      next = next.with(answer.getKey(), answer.getValue(), Instant.EPOCH);
    }
    return new ModelPosition(next, inputStep.each().or(() -> each));
  }

  /** Identifies a position: equal keys lead to equal positions by the same answers. */
  record Key(Position position, boolean single, List<Guard> undecided) {}

  Key key() {
    Position position = position();
    boolean single =
        position instanceof Position.Asking(State state, var open)
            && each.equals(Optional.of(state.id()));
    boolean ended = position instanceof Position.Ended;
    return new Key(position, single, ended ? List.of() : guards().map(this::left).toList());
  }

  private Stream<Guard> guards() {
    StateMachine machine = expectedFacts.machine();
    return Stream.concat(
            machine.anywhere().stream(),
            machine.states().values().stream().flatMap(state -> state.then().stream()))
        .map(Transition::when);
  }

  /** Returns the undecided rest of a guard. */
  private Guard left(Guard guard) {
    return switch (guard) {
      case Guard.Is(String fact, var answers) ->
          expectedFacts.answer(fact).isEmpty()
              ? guard
              : expectedFacts.is(fact, answers) ? Guard.always() : new Guard.Any(List.of());
      case Guard.Any(List<Guard> guards) -> {
        List<Guard> open = guards.stream().map(this::left).filter(g -> !never(g)).toList();
        yield open.contains(Guard.always()) ? Guard.always() : new Guard.Any(open);
      }
      case Guard.All(List<Guard> guards) -> {
        List<Guard> open =
            guards.stream().map(this::left).filter(g -> !g.equals(Guard.always())).toList();
        yield open.stream().anyMatch(ModelPosition::never)
            ? new Guard.Any(List.of())
            : new Guard.All(open);
      }
    };
  }

  private static boolean never(Guard guard) {
    return guard.equals(new Guard.Any(List.of()));
  }
}
