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
 * Checks that no outcome is more urgent than a fact requires. After a skipped or unsure answer the
 * mildest outcome that requires a visit is allowed as well. The mildest outcome of all needs no
 * reason.
 */
public final class NeverMoreUrgent implements PromiseCheck {
  private static final int OPEN = FactOption.set(FactOption.SKIPPED, FactOption.UNSURE);

  @Override
  public Stream<Violation> violations(StateSpace space) {
    List<RequiredUrgency> all = RequiredUrgency.of(space.machine());
    Urgency careful = mildest(space.machine(), Urgency.PROFESSIONAL);
    Urgency calm = mildest(space.machine(), Urgency.REASSURE);
    return space.classes().stream()
        .filter(
            stateClass ->
                stateClass.outcome().filter(outcome -> outcome.urgency() != calm).isPresent())
        .flatMap(stateClass -> violation(stateClass, all, careful));
  }

  /** Returns the mildest urgency of an outcome, from an urgency on. */
  private static Urgency mildest(StateMachine machine, Urgency from) {
    return machine.outcomes().values().stream()
        .map(Outcome::urgency)
        .filter(urgency -> urgency.atLeast(from) && urgency != Urgency.EMERGENCY)
        .min(Comparator.naturalOrder())
        .orElse(from);
  }

  private static Stream<Violation> violation(
      StateClass stateClass, List<RequiredUrgency> all, Urgency careful) {
    Urgency ending = stateClass.outcome().orElseThrow().urgency();
    return withoutReason(
            withoutOpenAnswers(stateClass.facts(), careful.atLeast(ending)), reasons(all, ending))
        .stream()
        .map(
            facts ->
                new Violation(
                    Promise.NEVER_MORE_URGENT_THAN_THE_FACTS,
                    stateClass.lastTransition(),
                    "This way leads to "
                        + ending.word()
                        + " though nothing that was told asks for it.",
                    "Lead to a milder ending, or raise the level of the fact that asks for it.",
                    Violation.Example.in(facts, stateClass.begun())));
  }

  private static List<RequiredUrgency> reasons(List<RequiredUrgency> all, Urgency ending) {
    return all.stream()
        .filter(requiredUrgency -> serving(requiredUrgency.urgency()).atLeast(ending))
        .toList();
  }

  private static Urgency serving(Urgency required) {
    return required == Urgency.SEE_DOCTOR_TODAY ? Urgency.SEE_DOCTOR : required;
  }

  /**
   * Returns the assignments without a skipped or unsure answer, when such an answer is a reason.
   */
  private static Optional<FactAssignments> withoutOpenAnswers(
      FactAssignments facts, boolean reason) {
    return reason
        ? facts.whereEach(facts.facts().stream().map(Fact::id).toList(), FactOption.ANY & ~OPEN)
        : Optional.of(facts);
  }

  /** Returns the assignments with none of the reasons. */
  private static Optional<FactAssignments> withoutReason(
      Optional<FactAssignments> facts, List<RequiredUrgency> reasons) {
    if (facts.isEmpty() || reasons.isEmpty()) {
      return facts;
    }
    List<RequiredUrgency> others = reasons.subList(1, reasons.size());
    return reasons.getFirst().without(facts.get()).stream()
        .flatMap(left -> withoutReason(Optional.of(left), others).stream())
        .findFirst();
  }
}
