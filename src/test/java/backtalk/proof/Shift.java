package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.StatePath;
import backtalk.conversation.Urgency;
import java.util.Optional;

/** How the places of a changed conversation differ from those before, for anybody at all. */
public enum Shift {
  NONE,
  /** Somebody stands elsewhere, and nobody where it is milder. */
  ELSEWHERE,
  /** Somebody's ending is milder than before, or their emergency is no ending any more. */
  MILDER;

  /** The worst that the change does to anybody; both must have the same facts. */
  public static Shift between(Conversation before, Conversation after) {
    return PathExplorer.explore(
            FactAssignments.all(before.machine()),
            known ->
                of(
                    before.machine().path(known, true).end(),
                    after.machine().path(known, true).end()))
        .stream()
        .map(PathExplorer.Settled::result)
        .max(Shift::compareTo)
        .orElse(NONE);
  }

  private static Shift of(StatePath.End before, StatePath.End after) {
    Optional<Urgency> was = level(before);
    Optional<Urgency> is = level(after);
    boolean milder =
        was.isPresent()
            && is.map(urgency -> !urgency.atLeast(was.get()))
                .orElse(was.get() == Urgency.EMERGENCY);
    boolean same = MigrationProof.word(before).equals(MigrationProof.word(after));
    return milder ? MILDER : same ? NONE : ELSEWHERE;
  }

  private static Optional<Urgency> level(StatePath.End end) {
    return end instanceof StatePath.End.At(Outcome outcome)
        ? Optional.of(outcome.urgency())
        : Optional.empty();
  }
}
