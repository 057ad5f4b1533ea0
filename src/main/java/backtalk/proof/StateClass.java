package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Represents the dialogues whose facts follow one path through the state machine, so that all are
 * in the position where it ends.
 */
record StateClass(FactAssignments facts, boolean begun, StatePath path) {

  Optional<Outcome> outcome() {
    return path.end() instanceof StatePath.End.At(Outcome outcome)
        ? Optional.of(outcome)
        : Optional.empty();
  }

  boolean endsIn(Outcome outcome) {
    return outcome().equals(Optional.of(outcome));
  }

  /** Returns the urgency of the outcome; only for classes that reach one. */
  Urgency urgency() {
    return outcome().orElseThrow().urgency();
  }

  Optional<State> asking() {
    return path.end() instanceof StatePath.End.Open(State state)
        ? Optional.of(state)
        : Optional.empty();
  }

  boolean emergency() {
    return outcome().filter(outcome -> outcome.urgency() == Urgency.EMERGENCY).isPresent();
  }

  /** Returns true when an outcome below emergency is reached. */
  boolean endsBelowEmergency() {
    return outcome().isPresent() && !emergency();
  }

  /**
   * Returns the violation that some assignments of this class show, located at the transition that
   * led to the end; none when there are no such assignments.
   */
  Stream<Violation> violations(
      Promise promise, Optional<FactAssignments> shown, String what, String fix) {
    return shown.stream()
        .map(
            some ->
                new Violation(
                    promise,
                    new ConversationPart.OfTransition(path.taken().getLast()),
                    what,
                    fix,
                    Violation.Example.in(some, begun)));
  }
}
