package backtalk.cli.chattest;

import backtalk.conversation.StatePath;

/** Identifies a part of a conversation that a chat can reach. */
public sealed interface CoverageItem {

  /** Identifies a state on the path, passed or asking. */
  record OfState(String id) implements CoverageItem {}

  /** Identifies a transition that is taken. */
  record OfTransition(StatePath.TransitionRef transitionRef) implements CoverageItem {}

  /** Identifies a fact that is answered yes while the state that lists it asks. */
  record OfOption(String state, String fact) implements CoverageItem {}

  /** Identifies the answer that denies everything a state asks. */
  record OfDenial(String state) implements CoverageItem {}

  /** Identifies an outcome. */
  record OfOutcome(String id) implements CoverageItem {}

  /** Identifies a topic that is answered or offered. */
  record OfTopic(String id) implements CoverageItem {}
}
