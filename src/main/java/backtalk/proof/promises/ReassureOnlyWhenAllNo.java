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

/** Checks that a reassuring outcome is reached only when every fact with an urgency was denied. */
public final class ReassureOnlyWhenAllNo implements PromiseCheck {
  private static final int NOT_NO = FactOption.ANY & ~FactOption.NO.bit();

  @Override
  public Stream<Violation> violations(StateSpace space) {
    return space
        .endingsBelowEmergency()
        .filter(stateClass -> stateClass.outcome().orElseThrow().urgency() == Urgency.REASSURE)
        .flatMap(
            stateClass ->
                stateClass.facts().facts().stream()
                    .filter(fact -> !fact.severity().equals(Severity.NONE) && !fact.onlyIfSaid())
                    .flatMap(fact -> violation(stateClass, fact)));
  }

  private static Stream<Violation> violation(StateClass stateClass, Fact fact) {
    return stateClass.facts().where(fact.id(), NOT_NO).stream()
        .map(
            facts ->
                new Violation(
                    Promise.REASSURE_ONLY_WHEN_ALL_IS_NO,
                    stateClass.lastTransition(),
                    "This way tells somebody that all is well though '"
                        + fact.id()
                        + "' was not denied.",
                    "Add '" + fact.id() + ": no' to its condition.",
                    Violation.Example.in(facts, stateClass.begun())));
  }
}
