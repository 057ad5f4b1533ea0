package backtalk.proof.promises;

import backtalk.conversation.Fact;
import backtalk.proof.FactOption;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.stream.Stream;

/** Nothing ends, but in an emergency, before every emergency sign was asked for. */
public final class EmergencySignsAskedFirst implements PromiseCheck {

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    return space
        .milderEndings()
        .flatMap(
            one ->
                one.facts().facts().stream()
                    .filter(EmergencySignsAskedFirst::asked)
                    .flatMap(f -> flaw(one, f)));
  }

  private static boolean asked(Fact fact) {
    return fact.severity().emergency() && !fact.onlyIfSaid();
  }

  private static Stream<Violation> flaw(StateClass one, Fact fact) {
    return one.facts().where(fact.id(), FactOption.UNKNOWN.bit()).stream()
        .map(
            facts ->
                new Violation(
                    Promise.EMERGENCY_SIGNS_ARE_ASKED_FIRST,
                    one.lastWay(),
                    "This way ends before '" + fact.id() + "' was asked.",
                    "Lead through the state that asks it.",
                    Violation.Shown.in(facts, one.begun())));
  }
}
