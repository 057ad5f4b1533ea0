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
 * Nobody is calmed who did not deny everything that would send them to somebody: every such fact,
 * and of facts that do so together at least one. A doubt may stay where the fact itself takes it
 * for calm, and what is heard only when volunteered may be unknown.
 */
public final class CalmOnlyWhenAllNo implements PromiseCheck {
  private static final int TOLD = FactOption.set(FactOption.YES, FactOption.UNSURE);

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    StateMachine machine = space.machine();
    List<Fact> sending =
        machine.facts().values().stream().filter(CalmOnlyWhenAllNo::sends).toList();
    return space
        .milderEndings()
        .filter(one -> Urgency.SELF_CARE.atLeast(one.outcome().orElseThrow().urgency()))
        .flatMap(
            one ->
                sending.stream().flatMap(fact -> flaw(one, fact, notDenied(machine, fact, one))));
  }

  private static boolean sends(Fact fact) {
    return fact.severity()
        .ifYes()
        .filter(urgency -> urgency.atLeast(Urgency.PROFESSIONAL))
        .isPresent();
  }

  /** Those who did not deny it. */
  private static Optional<FactAssignments> notDenied(
      StateMachine machine, Fact fact, StateClass one) {
    if (!(fact.link() instanceof Fact.Link.Together(List<String> all))) {
      return one.facts().where(fact.id(), notDenied(fact));
    }
    Optional<FactAssignments> left = Optional.of(one.facts());
    for (String member : all) {
      int values = machine.fact(member).onlyIfSaid() ? TOLD : FactOption.ANY & ~FactOption.NO.bit();
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
    int notNo = fact.onlyIfSaid() ? TOLD : FactOption.ANY & ~FactOption.NO.bit();
    return calmInDoubt ? notNo & ~FactOption.UNSURE.bit() : notNo;
  }

  private static Stream<Violation> flaw(
      StateClass one, Fact fact, Optional<FactAssignments> notDenied) {
    return notDenied.stream()
        .map(
            facts ->
                new Violation(
                    Promise.CALM_ONLY_WHEN_EVERY_RED_FLAG_IS_NO,
                    one.lastWay(),
                    String.format(
                        "This way leads to %s though '%s' was not denied.",
                        one.outcome().orElseThrow().id(), fact.id()),
                    "Ask for {red-flags: no} on the way there, or for a no to it.",
                    Violation.Shown.in(facts, one.begun())));
  }
}
