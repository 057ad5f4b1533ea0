package backtalk.proof;

import backtalk.conversation.Walk;

/** The part of a conversation in which a promise is broken. */
public sealed interface Part {

  /** A fact. */
  record OfFact(String id) implements Part {}

  /** A state. */
  record OfState(String id) implements Part {}

  /** A transition. */
  record OfWay(Walk.Way way) implements Part {}

  /** A fact among those that a state asks. */
  record OfOption(String state, String fact) implements Part {}

  /** An outcome. */
  record OfOutcome(String id) implements Part {}

  /** A line of an outcome's card: {@code means}, {@code do} and so on, counted from 0. */
  record OfLine(String outcome, String key, int index) implements Part {}

  /** A topic. */
  record OfTopic(String id) implements Part {}

  /** The conversation as a whole. */
  record Whole() implements Part {}
}
