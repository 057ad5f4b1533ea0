package backtalk.cli.chattest;

import backtalk.conversation.StatePath;

/** A part of a conversation that a chat can reach. */
public sealed interface CoverageItem {

  /** A state that is walked through, or stopped at. */
  record OfState(String id) implements CoverageItem {}

  /** A transition that is taken. */
  record OfWay(StatePath.TransitionRef transitionRef) implements CoverageItem {}

  /** A fact that is answered yes while the state that lists it asks. */
  record OfOption(String state, String fact) implements CoverageItem {}

  /** The answer that nothing of what a state asks is so. */
  record OfNone(String state) implements CoverageItem {}

  /** An ending. */
  record OfOutcome(String id) implements CoverageItem {}

  /** A topic that is answered or offered. */
  record OfTopic(String id) implements CoverageItem {}
}
