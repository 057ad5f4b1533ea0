package backtalk.proof.promises;

import backtalk.conversation.Fact;
import backtalk.conversation.Severity;
import backtalk.conversation.Urgency;
import backtalk.proof.FactOption;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.stream.Stream;

/** Nobody is told that all is well who left anything open that has a level, red flag or not. */
public final class ReassureOnlyWhenAllNo implements PromiseCheck {
  private static final int NOT_NO = FactOption.ANY & ~FactOption.NO.bit();

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    return space
        .milderEndings()
        .filter(one -> one.outcome().orElseThrow().urgency() == Urgency.REASSURE)
        .flatMap(
            one ->
                one.facts().facts().stream()
                    .filter(fact -> !fact.severity().equals(Severity.NONE) && !fact.onlyIfSaid())
                    .flatMap(fact -> flaw(one, fact)));
  }

  private static Stream<Violation> flaw(StateClass one, Fact fact) {
    return one.facts().where(fact.id(), NOT_NO).stream()
        .map(
            facts ->
                new Violation(
                    Promise.REASSURE_ONLY_WHEN_ALL_IS_NO,
                    one.lastWay(),
                    "This way tells somebody that all is well though '"
                        + fact.id()
                        + "' was not denied.",
                    "Add '" + fact.id() + ": no' to its condition.",
                    Violation.Shown.in(facts, one.begun())));
  }
}
