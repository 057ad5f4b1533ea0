package backtalk.proof;

import backtalk.conversation.Level;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.Walk;
import java.util.Optional;

/** Assignments with one walk: whoever has told one of these stands where it ends. */
record Case(Assignments facts, boolean begun, Walk walk) {

  /** The outcome that is reached, if one is. */
  Optional<Outcome> outcome() {
    return walk.end() instanceof Walk.End.At(Outcome outcome)
        ? Optional.of(outcome)
        : Optional.empty();
  }

  /** The state that asks, if one does. */
  Optional<State> asking() {
    return walk.end() instanceof Walk.End.Open(State state) ? Optional.of(state) : Optional.empty();
  }

  boolean emergency() {
    return outcome().filter(outcome -> outcome.level() == Level.EMERGENCY).isPresent();
  }

  /** An ending that is no emergency. */
  boolean endsMilder() {
    return outcome().isPresent() && !emergency();
  }

  /** The way that led to the end; only for walks that took one. */
  Part lastWay() {
    return new Part.OfWay(walk.taken().getLast());
  }

  /** True when its walk may have read that fact, or one that hangs together with it. */
  boolean reads(Assignments all, String fact) {
    return facts.narrowed(all, fact);
  }
}
