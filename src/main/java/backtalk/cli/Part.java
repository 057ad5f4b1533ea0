package backtalk.cli;

import backtalk.conversation.Walk;

/** A part of a conversation that a chat can reach. */
sealed interface Part {

  /** A state that is walked through, or stopped at. */
  record OfState(String id) implements Part {}

  /** A transition that is taken. */
  record OfWay(Walk.Way way) implements Part {}

  /** A fact that is answered yes while the state that lists it asks. */
  record Option(String state, String fact) implements Part {}

  /** The answer that nothing of what a state asks is so. */
  record None(String state) implements Part {}

  /** An ending. */
  record OfOutcome(String id) implements Part {}

  /** A topic that is answered or offered. */
  record OfTopic(String id) implements Part {}
}
