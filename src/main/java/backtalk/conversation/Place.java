package backtalk.conversation;

import java.util.List;

/** Where a person stands in the conversation. */
public sealed interface Place {

  /** The word for this place in machine-readable output: a state's or an outcome's id. */
  String word();

  /** Nothing begun: questions are answered, nothing is asked. */
  record Welcome() implements Place {
    @Override
    public String word() {
      return "welcome";
    }
  }

  /** A state with something left to ask; {@code open} is never empty. */
  record Asking(State state, List<String> open) implements Place {
    public Asking {
      open = List.copyOf(open);
    }

    @Override
    public String word() {
      return state.id();
    }
  }

  /** An outcome. */
  record Ended(Outcome outcome) implements Place {
    @Override
    public String word() {
      return outcome.id();
    }
  }
}
