package backtalk.proof;

import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import java.util.Optional;

/** Assignments with one walk: whoever has told one of these stands where it ends. */
public record StateClass(FactAssignments facts, boolean begun, StatePath path) {

  /** The outcome that is reached, if one is. */
  public Optional<Outcome> outcome() {
    return path.end() instanceof StatePath.End.At(Outcome outcome)
        ? Optional.of(outcome)
        : Optional.empty();
  }

  /** The state that asks, if one does. */
  public Optional<State> asking() {
    return path.end() instanceof StatePath.End.Open(State state)
        ? Optional.of(state)
        : Optional.empty();
  }

  public boolean emergency() {
    return outcome().filter(outcome -> outcome.urgency() == Urgency.EMERGENCY).isPresent();
  }

  /** An ending that is no emergency. */
  public boolean endsMilder() {
    return outcome().isPresent() && !emergency();
  }

  /** The way that led to the end; only for walks that took one. */
  public ViolationLocation lastWay() {
    return new ViolationLocation.OfWay(path.taken().getLast());
  }

  /** True when its walk may have read that fact, or one that hangs together with it. */
  public boolean reads(FactAssignments all, String fact) {
    return facts.narrowed(all, fact);
  }
}
