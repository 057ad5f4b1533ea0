package backtalk.proof;

import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import java.util.Optional;

/**
 * Represents the dialogues whose facts follow one path through the state machine, so that all are
 * in the position where it ends.
 */
public record StateClass(FactAssignments facts, boolean begun, StatePath path) {

  /** Returns the outcome that is reached, if any. */
  public Optional<Outcome> outcome() {
    return path.end() instanceof StatePath.End.At(Outcome outcome)
        ? Optional.of(outcome)
        : Optional.empty();
  }

  /** Returns the state that asks, if any. */
  public Optional<State> asking() {
    return path.end() instanceof StatePath.End.Open(State state)
        ? Optional.of(state)
        : Optional.empty();
  }

  public boolean emergency() {
    return outcome().filter(outcome -> outcome.urgency() == Urgency.EMERGENCY).isPresent();
  }

  /** Returns true when an outcome below emergency is reached. */
  public boolean endsBelowEmergency() {
    return outcome().isPresent() && !emergency();
  }

  /** Returns the transition that led to the end; only for paths that took one. */
  public ViolationLocation lastTransition() {
    return new ViolationLocation.OfTransition(path.taken().getLast());
  }

  /** Returns true when the path may have read that fact, its whole or its parts. */
  public boolean reads(FactAssignments all, String fact) {
    return facts.isNarrowerFor(all, fact);
  }
}
