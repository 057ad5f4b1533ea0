package backtalk.conversation;

import java.util.List;

/** Where a person stands in the conversation. */
public sealed interface Position {

  /** The word for this place in machine-readable output: a state's or an outcome's id. */
  String word();

  /** Nothing begun: questions are answered, nothing is asked. */
  record Welcome() implements Position {
    @Override
    public String word() {
      return "welcome";
    }
  }

  /** A state with something left to ask; {@code open} is never empty. */
  record Asking(State state, List<String> open) implements Position {
    public Asking {
      open = List.copyOf(open);
    }

    @Override
    public String word() {
      return state.id();
    }
  }

  /** An outcome. */
  record Ended(Outcome outcome) implements Position {
    @Override
    public String word() {
      return outcome.id();
    }
  }
}
