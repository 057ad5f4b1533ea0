package backtalk.conversation;

import backtalk.conversation.StatePath.TransitionRef;

/** Identifies a part of a conversation. */
public sealed interface ConversationPart {

  /** Identifies a part that a chat can reach. */
  sealed interface Reachable extends ConversationPart {}

  record OfFact(String id) implements ConversationPart {}

  record OfState(String id) implements Reachable {}

  record OfTransition(TransitionRef transitionRef) implements Reachable {}

  /** Identifies a fact among those that a state asks, and a yes to it. */
  record OfOption(String state, String fact) implements Reachable {}

  /** Identifies the answer that denies everything a state asks. */
  record OfDenial(String state) implements Reachable {}

  record OfOutcome(String id) implements Reachable {}

  /**
   * Identifies a line of an outcome's card under {@code means}, {@code do} and so on; {@code index}
   * counts from 0.
   */
  record OfLine(String outcome, String key, int index) implements ConversationPart {}

  record OfTopic(String id) implements Reachable {}

  record Whole() implements ConversationPart {}
}
