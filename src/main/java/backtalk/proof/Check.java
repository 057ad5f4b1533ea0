package backtalk.proof;

import java.util.stream.Stream;

/** Holds one promise against all that was explored. */
@FunctionalInterface
interface Check {

  /** Every way in which the promise is broken; the same flaw may come once for each case. */
  Stream<Flaw> flaws(Explored explored);
}
