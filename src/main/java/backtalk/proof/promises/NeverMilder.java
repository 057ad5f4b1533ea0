package backtalk.proof.promises;

import backtalk.conversation.Urgency;
import backtalk.proof.Promise;
import backtalk.proof.RequiredUrgency;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that no outcome is milder than its facts require. Emergencies have a promise of their own.
 */
public final class NeverMilder implements PromiseCheck {

  @Override
  public Stream<Violation> violations(StateSpace space) {
    List<RequiredUrgency> all =
        RequiredUrgency.of(space.machine()).stream()
            .filter(requiredUrgency -> requiredUrgency.urgency() != Urgency.EMERGENCY)
            .toList();
    return space
        .endingsBelowEmergency()
        .flatMap(
            stateClass ->
                all.stream().flatMap(requiredUrgency -> violation(stateClass, requiredUrgency)));
  }

  private static Stream<Violation> violation(
      StateClass stateClass, RequiredUrgency requiredUrgency) {
    Urgency ending = stateClass.outcome().orElseThrow().urgency();
    return ending.serves(requiredUrgency.urgency())
        ? Stream.empty()
        : requiredUrgency.in(stateClass.facts()).stream()
            .map(
                facts ->
                    new Violation(
                        Promise.NEVER_MILDER_THAN_THE_FACTS,
                        stateClass.lastTransition(),
                        String.format(
                            "This way leads to %s with %s, which asks for %s.",
                            ending.word(),
                            requiredUrgency.words(),
                            requiredUrgency.urgency().word()),
                        "Lead those who told it to a more urgent ending.",
                        Violation.Example.in(facts, stateClass.begun())));
  }
}
