package backtalk.conversation;

import backtalk.conversation.StatePath.TransitionRef;

/** Identifies a part of a conversation. */
public sealed interface ConversationPart {

  /** Identifies a part that a chat can reach. */
  sealed interface Reachable extends ConversationPart {}

  /** Identifies a fact. */
  record OfFact(String id) implements ConversationPart {}

  /** Identifies a state. */
  record OfState(String id) implements Reachable {}

  /** Identifies a transition. */
  record OfTransition(TransitionRef transitionRef) implements Reachable {}

  /** Identifies a fact among those that a state asks, and a yes to it. */
  record OfOption(String state, String fact) implements Reachable {}

  /** Identifies the answer that denies everything a state asks. */
  record OfDenial(String state) implements Reachable {}

  /** Identifies an outcome. */
  record OfOutcome(String id) implements Reachable {}

  /**
   * Identifies a line of an outcome's card under {@code means}, {@code do} and so on; {@code index}
   * counts from 0.
   */
  record OfLine(String outcome, String key, int index) implements ConversationPart {}

  /** Identifies a topic. */
  record OfTopic(String id) implements Reachable {}

  /** Identifies the conversation as a whole. */
  record Whole() implements ConversationPart {}
}
