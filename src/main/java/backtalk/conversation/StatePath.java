package backtalk.conversation;

import java.util.List;

/**
 * Records a path from the initial state of a state machine.
 *
 * @param passed the states on the path; an open one is last
 * @param taken the transitions taken, in order
 * @param end the end of the path
 */
public record StatePath(List<State> passed, List<TransitionRef> taken, End end) {

  public StatePath {
    passed = List.copyOf(passed);
    taken = List.copyOf(taken);
  }

  /**
   * Identifies a transition by its source state and its index among that state's transitions, from
   * 0.
   */
  public record TransitionRef(String from, int index) {
    /** Replaces the source state of the transitions that are evaluated in every position. */
    public static final String ANYWHERE = "anywhere";
  }

  public sealed interface End {

    /** Marks a dialogue whose check has not begun. */
    record Nowhere() implements End {}

    /** Marks a state with something left to ask. */
    record Open(State state) implements End {}

    record At(Outcome outcome) implements End {}
  }
}
