package backtalk.conversation;

import java.util.List;

/**
 * A walk from the beginning of a machine.
 *
 * @param passed the states walked through, an open one last
 * @param taken the ways taken, in order
 * @param end where it ends
 */
public record StatePath(List<State> passed, List<TransitionRef> taken, End end) {

  public StatePath {
    passed = List.copyOf(passed);
    taken = List.copyOf(taken);
  }

  /** A transition by its place: the state it leads on from, and which of its ways, from 0 on. */
  public record TransitionRef(String from, int index) {
    /** Stands for the state in the transitions that are listened for at every moment. */
    public static final String ANYWHERE = "anywhere";
  }

  /** Where a walk ends. */
  public sealed interface End {

    /** Nothing was begun. */
    record Nowhere() implements End {}

    /** A state with something left to ask. */
    record Open(State state) implements End {}

    /** An outcome. */
    record At(Outcome outcome) implements End {}
  }
}
