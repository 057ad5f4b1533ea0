package backtalk.proof;

import backtalk.conversation.Denial;
import backtalk.conversation.Fact;
import backtalk.conversation.Severity;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the promises about what must have been denied before an outcome calms. Each decides all
 * assignments of a state class at once.
 */
final class CalmPromises {
  private static final int NOT_NO = FactOption.ANY & ~FactOption.NO.bit();
  private static final int YES_OR_UNSURE = FactOption.set(FactOption.YES, FactOption.UNSURE);

  private CalmPromises() {}

  /**
   * Checks that a calm outcome is reached only when every fact that requires a visit was denied; of
   * facts that require it together, at least one. An unsure may remain when the fact itself counts
   * it as calm. A fact that is never asked may be unknown.
   */
  static Stream<Violation> calmOnlyWhenAllNo(StateSpace space) {
    StateMachine machine = space.machine();
    List<Fact> requiringVisit =
        machine.facts().values().stream()
            .filter(fact -> fact.severity().yesAtLeast(Urgency.PROFESSIONAL))
            .toList();
    return space.endingsWith(
        requiringVisit,
        (ending, fact) ->
            Urgency.SELF_CARE.atLeast(ending.urgency())
                ? ending.violations(
                    Promise.CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO,
                    notDenied(machine, fact, ending.facts()).findFirst(),
                    String.format(
                        "This way leads to %s though '%s' was not denied.",
                        ending.outcome().orElseThrow().id(), fact.id()),
                    "Ask for {red-flags: no} on the way there, or for a no to it.")
                : Stream.of());
  }

  private static Stream<FactAssignments> notDenied(
      StateMachine machine, Fact fact, FactAssignments facts) {
    if (!(fact.link() instanceof Fact.Link.Together(List<String> all))) {
      boolean calmInDoubt =
          fact.severity().ifUnsure().filter(Urgency.SELF_CARE::atLeast).isPresent();
      return notDenied(machine, fact, facts, calmInDoubt ? ~FactOption.UNSURE.bit() : -1);
    }
    Optional<FactAssignments> left = Optional.of(facts);
    for (String member : all) {
      left = left.flatMap(some -> some.where(member, notNo(machine.fact(member))));
    }
    return left.stream();
  }

  /**
   * Returns the assignments in which a fact has one of {@code counted} and was not denied. A fact
   * that is needed only if another is possible may be open while the other is denied.
   */
  private static Stream<FactAssignments> notDenied(
      StateMachine machine, Fact fact, FactAssignments facts, int counted) {
    List<String> neededIf = Denial.neededIf(machine.facts(), fact);
    if (neededIf.isEmpty()) {
      return facts.where(fact.id(), notNo(fact) & counted).stream();
    }
    return Stream.concat(
        facts.where(fact.id(), YES_OR_UNSURE & counted).stream(),
        neededIf.stream()
            .flatMap(other -> facts.where(other, NOT_NO).stream())
            .flatMap(needed -> needed.where(fact.id(), NOT_NO & counted).stream()));
  }

  private static int notNo(Fact fact) {
    return fact.onlyIfSaid() ? YES_OR_UNSURE : NOT_NO;
  }

  /**
   * Checks that a reassuring outcome is reached only when every fact with an urgency was denied.
   */
  static Stream<Violation> reassureOnlyWhenAllNo(StateSpace space) {
    StateMachine machine = space.machine();
    List<Fact> withUrgency =
        machine.answerable().stream()
            .filter(fact -> !fact.onlyIfSaid())
            .filter(fact -> !fact.severity().equals(Severity.NONE))
            .toList();
    return space.endingsWith(
        withUrgency,
        (ending, fact) ->
            ending.urgency() == Urgency.REASSURE
                ? ending.violations(
                    Promise.REASSURE_ONLY_WHEN_ALL_IS_NO,
                    notDenied(machine, fact, ending.facts(), -1).findFirst(),
                    "This way tells somebody that all is well though '"
                        + fact.id()
                        + "' was not denied.",
                    "Add '" + fact.id() + ": no' to its condition.")
                : Stream.of());
  }
}
