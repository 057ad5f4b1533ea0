package backtalk.conversation;

import java.util.List;

/** Represents a person's position in the state machine. */
public sealed interface Position {

  /** Returns this position's word in machine-readable output: the id of a state or an outcome. */
  String word();

  /** Represents the position before a check begins: questions are answered, nothing is asked. */
  record Welcome() implements Position {
    @Override
    public String word() {
      return "welcome";
    }
  }

  /** Represents a state with open facts; {@code open} is never empty. */
  record Asking(State state, List<String> open) implements Position {
    public Asking {
      open = List.copyOf(open);
    }

    @Override
    public String word() {
      return state.id();
    }
  }

  /** Represents a reached outcome. */
  record Ended(Outcome outcome) implements Position {
    @Override
    public String word() {
      return outcome.id();
    }
  }
}
