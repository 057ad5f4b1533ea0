package backtalk.proof.diagram;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import java.util.List;
import java.util.Set;

/** A guard with the shorthands that its author may have written it with. */
sealed interface ReadableGuard {

  /** The fact's answer is one of these; the fact may be one worked out from others. */
  record Told(Fact fact, Set<Answer> answers) implements ReadableGuard {
    public Told {
      answers = Set.copyOf(answers);
    }
  }

  /** Some fact may be so that the state asks. */
  record AnyAsked() implements ReadableGuard {}

  /** Each red flag that is asked is a clear no. */
  record NoRedFlag() implements ReadableGuard {}

  /** At least one of several. */
  record AnyOf(List<ReadableGuard> parts) implements ReadableGuard {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** Every one of several. */
  record AllOf(List<ReadableGuard> parts) implements ReadableGuard {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }
}
