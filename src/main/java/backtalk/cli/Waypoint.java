package backtalk.cli;

import backtalk.conversation.Walk;

/** A part of a conversation that a chat can reach. */
sealed interface Waypoint {

  /** A state that is walked through, or stopped at. */
  record OfState(String id) implements Waypoint {}

  /** A transition that is taken. */
  record OfWay(Walk.Way way) implements Waypoint {}

  /** A fact that is answered yes while the state that lists it asks. */
  record OfOption(String state, String fact) implements Waypoint {}

  /** The answer that nothing of what a state asks is so. */
  record OfNone(String state) implements Waypoint {}

  /** An ending. */
  record OfOutcome(String id) implements Waypoint {}

  /** A topic that is answered or offered. */
  record OfTopic(String id) implements Waypoint {}
}
