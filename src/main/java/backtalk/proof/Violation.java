package backtalk.proof;

import backtalk.understanding.FactMention;
import java.util.Optional;

/**
 * A promise that does not hold.
 *
 * @param part where in the conversation
 * @param what what is wrong, a sentence
 * @param fix what to do about it, a sentence
 * @param shown who shows it; empty where nobody ever can, as of a place that is never reached
 */
public record Violation(
    Promise promise, ViolationLocation part, String what, String fix, Optional<Shown> shown) {

  /**
   * Dialogues in which it shows.
   *
   * @param facts what was told
   * @param then told last, which makes it show
   */
  public record Shown(FactAssignments facts, boolean begun, Optional<FactMention> then) {
    public static Optional<Shown> in(FactAssignments facts, boolean begun) {
      return Optional.of(new Shown(facts, begun, Optional.empty()));
    }
  }
}
