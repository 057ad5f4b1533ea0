package backtalk.proof.promises;

import backtalk.conversation.Fact;
import backtalk.proof.FactOption;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.stream.Stream;

/** Checks that no outcome below emergency is reached before every emergency sign was asked. */
public final class EmergencySignsAskedFirst implements PromiseCheck {

  @Override
  public Stream<Violation> violations(StateSpace space) {
    return space
        .endingsBelowEmergency()
        .flatMap(
            stateClass ->
                stateClass.facts().facts().stream()
                    .filter(EmergencySignsAskedFirst::asked)
                    .flatMap(fact -> violation(stateClass, fact)));
  }

  private static boolean asked(Fact fact) {
    return fact.severity().emergency() && !fact.onlyIfSaid();
  }

  private static Stream<Violation> violation(StateClass stateClass, Fact fact) {
    return stateClass.facts().where(fact.id(), FactOption.UNKNOWN.bit()).stream()
        .map(
            facts ->
                new Violation(
                    Promise.EMERGENCY_SIGNS_ARE_ASKED_FIRST,
                    stateClass.lastTransition(),
                    "This way ends before '" + fact.id() + "' was asked.",
                    "Lead through the state that asks it.",
                    Violation.Example.in(facts, stateClass.begun())));
  }
}
