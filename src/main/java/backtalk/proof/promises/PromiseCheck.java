package backtalk.proof.promises;

import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.stream.Stream;

/** Holds one promise against all that was explored. */
@FunctionalInterface
public interface PromiseCheck {

  /** Every way in which the promise is broken; the same flaw may come once for each case. */
  Stream<Violation> flaws(StateSpace space);
}
