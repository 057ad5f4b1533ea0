package backtalk.proof.promises;

import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import backtalk.proof.FactAssignments;
import backtalk.proof.FactOption;
import backtalk.proof.Promise;
import backtalk.proof.RequiredUrgency;
import backtalk.proof.StateClass;
import backtalk.proof.StateSpace;
import backtalk.proof.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No ending is more urgent than something told asks for. Where something was left open or in doubt,
 * somebody may look at it: the mildest ending that sends to anybody is then allowed, and no more.
 * The mildest ending of all needs no reason.
 */
public final class NeverMoreUrgent implements PromiseCheck {
  private static final int OPEN = FactOption.set(FactOption.SKIPPED, FactOption.UNSURE);

  @Override
  public Stream<Violation> flaws(StateSpace space) {
    List<RequiredUrgency> all = RequiredUrgency.of(space.machine());
    Urgency careful = mildest(space.machine(), Urgency.PROFESSIONAL);
    Urgency calm = mildest(space.machine(), Urgency.REASSURE);
    return space.cases().stream()
        .filter(one -> one.outcome().filter(outcome -> outcome.urgency() != calm).isPresent())
        .flatMap(one -> flaw(one, all, careful));
  }

  /** The mildest ending there is, from a level on. */
  private static Urgency mildest(StateMachine machine, Urgency from) {
    return machine.outcomes().values().stream()
        .map(Outcome::urgency)
        .filter(urgency -> urgency.atLeast(from) && urgency != Urgency.EMERGENCY)
        .min(Comparator.naturalOrder())
        .orElse(from);
  }

  private static Stream<Violation> flaw(
      StateClass one, List<RequiredUrgency> all, Urgency careful) {
    Urgency ending = one.outcome().orElseThrow().urgency();
    return groundless(settled(one.facts(), careful.atLeast(ending)), reasons(all, ending)).stream()
        .map(
            facts ->
                new Violation(
                    Promise.NEVER_MORE_URGENT_THAN_THE_FACTS,
                    one.lastWay(),
                    "This way leads to "
                        + ending.word()
                        + " though nothing that was told asks for it.",
                    "Lead to a milder ending, or raise the level of the fact that asks for it.",
                    Violation.Shown.in(facts, one.begun())));
  }

  private static List<RequiredUrgency> reasons(List<RequiredUrgency> all, Urgency ending) {
    return all.stream()
        .filter(requiredUrgency -> serving(requiredUrgency.urgency()).atLeast(ending))
        .toList();
  }

  private static Urgency serving(Urgency due) {
    return due == Urgency.SEE_DOCTOR_TODAY ? Urgency.SEE_DOCTOR : due;
  }

  /** Those who left nothing open, where that could be a reason. */
  private static Optional<FactAssignments> settled(FactAssignments facts, boolean reason) {
    return reason
        ? facts.whereEach(facts.facts().stream().map(Fact::id).toList(), FactOption.ANY & ~OPEN)
        : Optional.of(facts);
  }

  /** Those who told none of the reasons. */
  private static Optional<FactAssignments> groundless(
      Optional<FactAssignments> facts, List<RequiredUrgency> reasons) {
    if (facts.isEmpty() || reasons.isEmpty()) {
      return facts;
    }
    List<RequiredUrgency> others = reasons.subList(1, reasons.size());
    return reasons.getFirst().without(facts.get()).stream()
        .flatMap(left -> groundless(Optional.of(left), others).stream())
        .findFirst();
  }
}
