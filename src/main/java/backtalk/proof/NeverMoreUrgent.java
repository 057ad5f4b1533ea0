package backtalk.proof;

import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No ending is more urgent than something told asks for. Where something was left open or in doubt,
 * somebody may look at it: the mildest ending that sends to anybody is then allowed, and no more.
 * The mildest ending of all needs no reason.
 */
final class NeverMoreUrgent implements Check {
  private static final int OPEN = Value.set(Value.SKIPPED, Value.UNSURE);

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    List<Due> all = Due.of(explored.machine());
    Level careful = mildest(explored.machine(), Level.PROFESSIONAL);
    Level calm = mildest(explored.machine(), Level.REASSURE);
    return explored.cases().stream()
        .filter(one -> one.outcome().filter(outcome -> outcome.level() != calm).isPresent())
        .flatMap(one -> flaw(one, all, careful));
  }

  /** The mildest ending there is, from a level on. */
  private static Level mildest(Machine machine, Level from) {
    return machine.outcomes().values().stream()
        .map(Outcome::level)
        .filter(level -> level.atLeast(from) && level != Level.EMERGENCY)
        .min(Comparator.naturalOrder())
        .orElse(from);
  }

  private static Stream<Flaw> flaw(Case one, List<Due> all, Level careful) {
    Level ending = one.outcome().orElseThrow().level();
    return groundless(settled(one.facts(), careful.atLeast(ending)), reasons(all, ending)).stream()
        .map(
            facts ->
                new Flaw(
                    Promise.NEVER_MORE_URGENT_THAN_THE_FACTS,
                    one.lastWay(),
                    "This way leads to "
                        + ending.word()
                        + " though nothing that was told asks for it.",
                    "Lead to a milder ending, or raise the level of the fact that asks for it.",
                    Flaw.Shown.in(facts, one.begun())));
  }

  private static List<Due> reasons(List<Due> all, Level ending) {
    return all.stream().filter(due -> serving(due.level()).atLeast(ending)).toList();
  }

  private static Level serving(Level due) {
    return due == Level.SEE_DOCTOR_TODAY ? Level.SEE_DOCTOR : due;
  }

  /** Those who left nothing open, where that could be a reason. */
  private static Optional<Assignments> settled(Assignments facts, boolean reason) {
    return reason
        ? facts.whereEach(facts.facts().stream().map(Fact::id).toList(), Value.ANY & ~OPEN)
        : Optional.of(facts);
  }

  /** Those who told none of the reasons. */
  private static Optional<Assignments> groundless(Optional<Assignments> facts, List<Due> reasons) {
    if (facts.isEmpty() || reasons.isEmpty()) {
      return facts;
    }
    List<Due> others = reasons.subList(1, reasons.size());
    return reasons.getFirst().without(facts.get()).stream()
        .flatMap(left -> groundless(Optional.of(left), others).stream())
        .findFirst();
  }
}
