package backtalk.dialogue;

import java.time.Instant;

/** A small question of the dialogue's own that stands before the conversation's next one. */
public sealed interface Confirmation {

  /** Is this fact so? Asked to confirm what was heard, or to change an earlier answer. */
  record OfFact(String fact) implements Confirmation {}

  /**
   * Was this telling a mistake? Two buttons decide it, and words do not.
   *
   * @param undo what to put back
   * @param at when it was told; what was told again later is not put back
   */
  record Retraction(UndoEntry undo, Instant at) implements Confirmation {}

  /** Really erase everything? */
  record Forget() implements Confirmation {}

  /** Really start over while an emergency stands? */
  record StartOver() implements Confirmation {}
}
