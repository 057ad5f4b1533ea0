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
 * Checks that every dialogue with the facts of an emergency is in an emergency outcome. Positions
 * follow from the facts, so the outcome is reached on the turn that records them.
 */
public final class EmergencyOnThatTurn implements PromiseCheck {

  @Override
  public Stream<Violation> violations(StateSpace space) {
    List<RequiredUrgency> emergencies =
        RequiredUrgency.of(space.machine()).stream()
            .filter(requiredUrgency -> requiredUrgency.urgency() == Urgency.EMERGENCY)
            .toList();
    return space.classes().stream()
        .filter(stateClass -> !stateClass.emergency())
        .flatMap(
            stateClass ->
                emergencies.stream()
                    .flatMap(requiredUrgency -> violation(stateClass, requiredUrgency)));
  }

  private static Stream<Violation> violation(
      StateClass stateClass, RequiredUrgency requiredUrgency) {
    return requiredUrgency.in(stateClass.facts()).stream()
        .map(
            facts ->
                new Violation(
                    Promise.EMERGENCY_ON_THAT_TURN,
                    new ViolationLocation.OfFact(requiredUrgency.fact().id()),
                    "With "
                        + requiredUrgency.words()
                        + " it does not come to an emergency at once.",
                    "Add it to 'anywhere' in conversation.yaml.",
                    Violation.Example.in(facts, stateClass.begun())));
  }
}
