package backtalk.proof.promises;

import backtalk.conversation.Urgency;
import backtalk.proof.Promise;
import backtalk.proof.RequiredUrgency;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import backtalk.proof.ViolationLocation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nobody of whom an emergency is known stands anywhere but in an emergency. As the place follows
 * from what was told, it is reached on the very turn that tells it.
 */
public final class EmergencyOnThatTurn implements PromiseCheck {

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    List<RequiredUrgency> emergencies =
        RequiredUrgency.of(space.machine()).stream()
            .filter(requiredUrgency -> requiredUrgency.urgency() == Urgency.EMERGENCY)
            .toList();
    return space.cases().stream()
        .filter(one -> !one.emergency())
        .flatMap(
            one -> emergencies.stream().flatMap(requiredUrgency -> flaw(one, requiredUrgency)));
  }

  private static Stream<Violation> flaw(StateClass one, RequiredUrgency requiredUrgency) {
    return requiredUrgency.in(one.facts()).stream()
        .map(
            facts ->
                new Violation(
                    Promise.EMERGENCY_ON_THAT_TURN,
                    new ViolationLocation.OfFact(requiredUrgency.fact().id()),
                    "With "
                        + requiredUrgency.words()
                        + " it does not come to an emergency at once.",
                    "Add it to 'anywhere' in conversation.yaml.",
                    Violation.Shown.in(facts, one.begun())));
  }
}
