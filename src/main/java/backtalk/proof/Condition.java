package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import java.util.List;
import java.util.Set;

/** A guard with the shorthands that its author may have written it with. */
sealed interface Condition {

  /** The fact's answer is one of these; the fact may be one worked out from others. */
  record Told(Fact fact, Set<Answer> answers) implements Condition {
    public Told {
      answers = Set.copyOf(answers);
    }
  }

  /** Some fact may be so that the state asks. */
  record AnyAsked() implements Condition {}

  /** Each red flag that is asked is a clear no. */
  record NoRedFlag() implements Condition {}

  /** At least one of several. */
  record AnyOf(List<Condition> parts) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** Every one of several. */
  record AllOf(List<Condition> parts) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }
}
