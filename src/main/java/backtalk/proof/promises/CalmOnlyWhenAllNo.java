package backtalk.proof.promises;

import backtalk.conversation.Fact;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.proof.FactAssignments;
import backtalk.proof.FactOption;
import backtalk.proof.Promise;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that a calm outcome is reached only when every fact that requires a visit was denied; of
 * facts that require it together, at least one. An unsure may remain when the fact itself counts it
 * as calm. A fact that is never asked may be unknown.
 */
public final class CalmOnlyWhenAllNo implements PromiseCheck {
  private static final int YES_OR_UNSURE = FactOption.set(FactOption.YES, FactOption.UNSURE);

  @Override
  public Stream<Violation> violations(StateSpace space) {
    StateMachine machine = space.machine();
    List<Fact> requiringVisit =
        machine.facts().values().stream().filter(CalmOnlyWhenAllNo::requiresVisit).toList();
    return space
        .endingsBelowEmergency()
        .filter(
            stateClass -> Urgency.SELF_CARE.atLeast(stateClass.outcome().orElseThrow().urgency()))
        .flatMap(
            stateClass ->
                requiringVisit.stream()
                    .flatMap(
                        fact -> violation(stateClass, fact, notDenied(machine, fact, stateClass))));
  }

  private static boolean requiresVisit(Fact fact) {
    return fact.severity()
        .ifYes()
        .filter(urgency -> urgency.atLeast(Urgency.PROFESSIONAL))
        .isPresent();
  }

  /** Returns the assignments in which a fact was not denied. */
  private static Optional<FactAssignments> notDenied(
      StateMachine machine, Fact fact, StateClass stateClass) {
    if (!(fact.link() instanceof Fact.Link.Together(List<String> all))) {
      return stateClass.facts().where(fact.id(), notDenied(fact));
    }
    Optional<FactAssignments> left = Optional.of(stateClass.facts());
    for (String member : all) {
      int values =
          machine.fact(member).onlyIfSaid() ? YES_OR_UNSURE : FactOption.ANY & ~FactOption.NO.bit();
      left = left.flatMap(some -> some.where(member, values));
    }
    return left;
  }

  private static int notDenied(Fact fact) {
    boolean calmInDoubt =
        fact.severity()
            .ifUnsure()
            .filter(urgency -> Urgency.SELF_CARE.atLeast(urgency))
            .isPresent();
    int notNo = fact.onlyIfSaid() ? YES_OR_UNSURE : FactOption.ANY & ~FactOption.NO.bit();
    return calmInDoubt ? notNo & ~FactOption.UNSURE.bit() : notNo;
  }

  private static Stream<Violation> violation(
      StateClass stateClass, Fact fact, Optional<FactAssignments> notDenied) {
    return notDenied.stream()
        .map(
            facts ->
                new Violation(
                    Promise.CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO,
                    stateClass.lastTransition(),
                    String.format(
                        "This way leads to %s though '%s' was not denied.",
                        stateClass.outcome().orElseThrow().id(), fact.id()),
                    "Ask for {red-flags: no} on the way there, or for a no to it.",
                    Violation.Example.in(facts, stateClass.begun())));
  }
}
