package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import java.util.Optional;

/** Classifies how a changed conversation moves dialogues, over all assignments of the facts. */
public enum OutcomeChange {
  NONE,
  /** Some dialogue is in another position, and none in a milder one. */
  ELSEWHERE,
  /** Some outcome is milder than before, or an emergency is no outcome any more. */
  MILDER;

  /** Returns the worst change of any dialogue; both versions must have the same facts. */
  public static OutcomeChange between(Conversation before, Conversation after) {
    return PathExplorer.explore(
            FactAssignments.all(before.machine()),
            known ->
                of(
                    before.machine().path(known, true).end(),
                    after.machine().path(known, true).end()))
        .stream()
        .map(PathExplorer.Result::result)
        .max(OutcomeChange::compareTo)
        .orElse(NONE);
  }

  private static OutcomeChange of(StatePath.End before, StatePath.End after) {
    Optional<Urgency> old = level(before);
    Optional<Urgency> current = level(after);
    boolean milder =
        old.isPresent()
            && current
                .map(urgency -> !urgency.atLeast(old.get()))
                .orElse(old.get() == Urgency.EMERGENCY);
    boolean same = MigrationProof.word(before).equals(MigrationProof.word(after));
    return milder ? MILDER : same ? NONE : ELSEWHERE;
  }

  private static Optional<Urgency> level(StatePath.End end) {
    return end instanceof StatePath.End.At(Outcome outcome)
        ? Optional.of(outcome.urgency())
        : Optional.empty();
  }
}
