package backtalk.proof.promises;

import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.stream.Stream;

/** Checks one promise in an explored state space. */
@FunctionalInterface
public interface PromiseCheck {

  /** Returns every violation of the promise; several classes may show the same one. */
  Stream<Violation> violations(StateSpace space);
}
