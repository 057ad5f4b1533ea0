package backtalk.conversation;

import java.util.List;

/** Represents a person's position in the state machine. */
public sealed interface Position {

  /** Represents the position before a check begins: questions are answered, nothing is asked. */
  record Welcome() implements Position {}

  /** Represents a state with open facts; {@code open} is never empty. */
  record Asking(State state, List<String> open) implements Position {
    public Asking {
      open = List.copyOf(open);
    }
  }

  record Ended(Outcome outcome) implements Position {}

  /** Returns this position's word in machine-readable output: the id of a state or an outcome. */
  default String word() {
    return switch (this) {
      case Welcome welcome -> "welcome";
      case Asking asking -> asking.state().id();
      case Ended(Outcome outcome) -> outcome.id();
    };
  }
}
