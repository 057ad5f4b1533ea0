package backtalk.proof;

import backtalk.conversation.Conversation;
import backtalk.conversation.Level;
import backtalk.conversation.Outcome;
import backtalk.conversation.Walk;
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
    return Forks.explore(
            Assignments.all(before.machine()),
            known ->
                of(
                    before.machine().walk(known, true).end(),
                    after.machine().walk(known, true).end()))
        .stream()
        .map(Forks.Settled::result)
        .max(Shift::compareTo)
        .orElse(NONE);
  }

  private static Shift of(Walk.End before, Walk.End after) {
    Optional<Level> was = level(before);
    Optional<Level> is = level(after);
    boolean milder =
        was.isPresent()
            && is.map(level -> !level.atLeast(was.get())).orElse(was.get() == Level.EMERGENCY);
    boolean same = Changeover.word(before).equals(Changeover.word(after));
    return milder ? MILDER : same ? NONE : ELSEWHERE;
  }

  private static Optional<Level> level(Walk.End end) {
    return end instanceof Walk.End.At(Outcome outcome)
        ? Optional.of(outcome.level())
        : Optional.empty();
  }
}
