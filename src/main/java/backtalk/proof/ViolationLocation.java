package backtalk.proof;

import backtalk.conversation.StatePath;

/** Locates the part of a conversation that breaks a promise. */
public sealed interface ViolationLocation {

  /** A fact. */
  record OfFact(String id) implements ViolationLocation {}

  /** A state. */
  record OfState(String id) implements ViolationLocation {}

  /** A transition. */
  record OfTransition(StatePath.TransitionRef transitionRef) implements ViolationLocation {}

  /** A fact among those that a state asks. */
  record OfOption(String state, String fact) implements ViolationLocation {}

  /** An outcome. */
  record OfOutcome(String id) implements ViolationLocation {}

  /**
   * A line of an outcome's card under {@code means}, {@code do} and so on; {@code index} counts
   * from 0.
   */
  record OfLine(String outcome, String key, int index) implements ViolationLocation {}

  /** A topic. */
  record OfTopic(String id) implements ViolationLocation {}

  /** The conversation as a whole. */
  record Whole() implements ViolationLocation {}
}
