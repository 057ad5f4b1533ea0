package backtalk.dialogue;

/** A small question of the dialogue's own that stands before the conversation's next one. */
public sealed interface Pending {

  /** Is this fact so? Asked to confirm what was heard, or to change an earlier answer. */
  record OfFact(String fact) implements Pending {}

  /** Really erase everything? */
  record Forget() implements Pending {}

  /** Really start over while an emergency stands? */
  record StartOver() implements Pending {}
}
