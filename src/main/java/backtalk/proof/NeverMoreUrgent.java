package backtalk.proof;

import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No ending is more urgent than something told asks for. Where something was left open or in doubt,
 * a professional may look at it, and no more.
 */
final class NeverMoreUrgent implements Check {
  private static final int OPEN = Value.set(Value.SKIPPED, Value.UNSURE);

  @Override
  public Stream<Flaw> flaws(Explored explored) {
    List<Due> all = Due.of(explored.machine());
    return explored.cases().stream().flatMap(one -> flaw(one, all));
  }

  private static Stream<Flaw> flaw(Case one, List<Due> all) {
    Level ending = one.outcome().map(outcome -> outcome.level()).orElse(Level.REASSURE);
    return ending == Level.REASSURE
        ? Stream.empty()
        : groundless(settled(one.facts(), ending), reasons(all, ending)).stream()
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
  private static Optional<Assignments> settled(Assignments facts, Level ending) {
    return Level.PROFESSIONAL.atLeast(ending)
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
