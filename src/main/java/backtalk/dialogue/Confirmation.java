package backtalk.dialogue;

import java.time.Instant;

/** Represents a yes-or-no question that is asked before the next question of the conversation. */
public sealed interface Confirmation {

  /** Confirms a doubted fact, or changes an earlier answer. */
  record OfFact(String fact) implements Confirmation {}

  /**
   * Confirms that an update of facts was a mistake. Only a button answers it, text does not.
   *
   * @param undo the answers to restore
   * @param at time of the update; answers recorded again later are not restored
   */
  record Retraction(UndoEntry undo, Instant at) implements Confirmation {}

  /** Confirms the erasure of all stored data. */
  record Forget() implements Confirmation {}

  /** Confirms a new start during an emergency. */
  record StartOver() implements Confirmation {}
}
