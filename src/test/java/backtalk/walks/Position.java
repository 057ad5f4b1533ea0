package backtalk.walks;

import backtalk.conversation.Answer;
import backtalk.conversation.Guard;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where somebody stands in a check by what they told alone.
 *
 * @param each the state whose facts are asked one by one
 */
record Position(Ledger ledger, Optional<String> each) {

  static Position first(Machine machine) {
    return new Position(Ledger.empty(machine), Optional.empty());
  }

  Place place() {
    return ledger.place(true);
  }

  Walk walk() {
    return ledger.machine().walk(ledger, true);
  }

  Position after(Move move) {
    Ledger next = ledger;
    for (Map.Entry<String, Answer> told : move.tells().entrySet()) {
      next = next.tell(told.getKey(), told.getValue(), Instant.EPOCH);
    }
    return new Position(next, move.each().or(() -> each));
  }

  /** What tells positions apart: those alike in it lead to the same places by the same answers. */
  record Key(Place place, boolean single, List<Guard> undecided) {}

  Key key() {
    Place place = place();
    boolean single =
        place instanceof Place.Asking(State state, var open)
            && each.equals(Optional.of(state.id()));
    boolean ended = place instanceof Place.Ended;
    return new Key(place, single, ended ? List.of() : guards().map(this::left).toList());
  }

  private Stream<Guard> guards() {
    Machine machine = ledger.machine();
    return Stream.concat(
            machine.anywhere().stream(),
            machine.states().values().stream().flatMap(state -> state.then().stream()))
        .map(Transition::when);
  }

  /** What is left to be decided of a guard. */
  private Guard left(Guard guard) {
    return switch (guard) {
      case Guard.Is(String fact, var answers) ->
          ledger.answer(fact).isEmpty()
              ? guard
              : ledger.is(fact, answers) ? Guard.always() : new Guard.Any(List.of());
      case Guard.Any(List<Guard> guards) -> {
        List<Guard> open = guards.stream().map(this::left).filter(g -> !never(g)).toList();
        yield open.contains(Guard.always()) ? Guard.always() : new Guard.Any(open);
      }
      case Guard.All(List<Guard> guards) -> {
        List<Guard> open =
            guards.stream().map(this::left).filter(g -> !g.equals(Guard.always())).toList();
        yield open.stream().anyMatch(Position::never)
            ? new Guard.Any(List.of())
            : new Guard.All(open);
      }
    };
  }

  private static boolean never(Guard guard) {
    return guard.equals(new Guard.Any(List.of()));
  }
}
