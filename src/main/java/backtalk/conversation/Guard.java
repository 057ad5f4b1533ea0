package backtalk.conversation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Represents a condition on the facts.
 *
 * <p>There is no negation and no test for unknown, so an unknown fact can make no guard true. The
 * loader expands the shorthands of the files (a derived fact, {@code any-asked}, {@code red-flags})
 * into these forms.
 */
public sealed interface Guard {

  static Guard always() {
    return new All(List.of());
  }

  /** Holds when the fact's answer is one of these (never {@link Answer#SKIPPED}). */
  record Is(String fact, Set<Answer> answers) implements Guard {
    public Is {
      answers = Set.copyOf(answers);
    }
  }

  /** Holds when at least one guard holds. */
  record Any(List<Guard> guards) implements Guard {
    public Any {
      guards = List.copyOf(guards);
    }
  }

  /** Holds when every guard holds; an empty list always holds. */
  record All(List<Guard> guards) implements Guard {
    public All {
      guards = List.copyOf(guards);
    }
  }

  /**
   * Returns true when this guard holds for these facts.
   *
   * <p>It loops instead of streaming because one turn evaluates hundreds of guards.
   */
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

  /** Returns every fact that this guard reads, in the order of the file. */
  default Stream<String> facts() {
    return switch (this) {
      case Is is -> Stream.of(is.fact());
      case Any any -> any.guards().stream().flatMap(Guard::facts);
      case All all -> all.guards().stream().flatMap(Guard::facts);
    };
  }
}
