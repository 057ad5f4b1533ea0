package backtalk.proof.promises;

import backtalk.conversation.Urgency;
import backtalk.proof.Promise;
import backtalk.proof.RequiredUrgency;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.List;
import java.util.stream.Stream;

/** No ending is milder than what was told asks for; emergencies have a promise of their own. */
public final class NeverMilder implements PromiseCheck {

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    List<RequiredUrgency> all =
        RequiredUrgency.of(space.machine()).stream()
            .filter(requiredUrgency -> requiredUrgency.urgency() != Urgency.EMERGENCY)
            .toList();
    return space
        .milderEndings()
        .flatMap(one -> all.stream().flatMap(requiredUrgency -> flaw(one, requiredUrgency)));
  }

  private static Stream<Violation> flaw(StateClass one, RequiredUrgency requiredUrgency) {
    Urgency ending = one.outcome().orElseThrow().urgency();
    return ending.serves(requiredUrgency.urgency())
        ? Stream.empty()
        : requiredUrgency.in(one.facts()).stream()
            .map(
                facts ->
                    new Violation(
                        Promise.NEVER_MILDER_THAN_THE_FACTS,
                        one.lastWay(),
                        String.format(
                            "This way leads to %s with %s, which asks for %s.",
                            ending.word(),
                            requiredUrgency.words(),
                            requiredUrgency.urgency().word()),
                        "Lead those who told it to a more urgent ending.",
                        Violation.Shown.in(facts, one.begun())));
  }
}
