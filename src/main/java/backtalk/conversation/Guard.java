package backtalk.conversation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A condition on the facts. It has no negation and no test for unknown: what is not known can make
 * no guard true. A shorthand of the files (a fact worked out from others, {@code any-asked}, {@code
 * red-flags}) is spelled out in these four when a conversation is read.
 */
public sealed interface Guard {

  /** A guard that is always open. */
  static Guard always() {
    return new All(List.of());
  }

  /** The fact's answer is one of these (never {@link Answer#SKIPPED}). */
  record Is(String fact, Set<Answer> answers) implements Guard {
    public Is {
      answers = Set.copyOf(answers);
    }
  }

  /** At least one holds. */
  record Any(List<Guard> guards) implements Guard {
    public Any {
      guards = List.copyOf(guards);
    }
  }

  /** Every one holds; none at all holds always. */
  record All(List<Guard> guards) implements Guard {
    public All {
      guards = List.copyOf(guards);
    }
  }

  /** True when what is known makes this guard hold. Loops: a turn asks this hundreds of times. */
  default boolean holds(FactLookup known) {
    return switch (this) {
      case Is(String fact, Set<Answer> answers) -> known.is(fact, answers);
      case Any(List<Guard> guards) -> anyIs(true, guards, known);
      case All(List<Guard> guards) -> !anyIs(false, guards, known);
    };
  }

  private static boolean anyIs(boolean wanted, List<Guard> guards, FactLookup known) {
    for (Guard guard : guards) {
      if (guard.holds(known) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Every fact that this guard reads, in the order of the file. */
  default Stream<String> facts() {
    return switch (this) {
      case Is is -> Stream.of(is.fact());
      case Any any -> any.guards().stream().flatMap(Guard::facts);
      case All all -> all.guards().stream().flatMap(Guard::facts);
    };
  }
}
