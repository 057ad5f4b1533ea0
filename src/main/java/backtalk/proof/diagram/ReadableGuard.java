package backtalk.proof.diagram;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import java.util.List;
import java.util.Set;

/** Represents a guard in the shorthands of the author's language. */
sealed interface ReadableGuard {

  /** Holds when the fact's answer is one of these; the fact may be one worked out from others. */
  record Answered(Fact fact, Set<Answer> answers) implements ReadableGuard {
    public Answered {
      answers = Set.copyOf(answers);
    }
  }

  /** Holds when any fact that the state asks is yes or unsure. */
  record AnyAsked() implements ReadableGuard {}

  /** Holds when every red flag that is asked is no. */
  record NoRedFlag() implements ReadableGuard {}

  /** Holds when at least one part holds. */
  record AnyOf(List<ReadableGuard> parts) implements ReadableGuard {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** Holds when every part holds. */
  record AllOf(List<ReadableGuard> parts) implements ReadableGuard {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }
}
