package backtalk.proof;

import backtalk.conversation.StatePath;
import java.util.function.Predicate;

/** Tells which states, transitions and outcomes the tests of a conversation reach. */
public record TestReach(
    Predicate<String> state,
    Predicate<StatePath.TransitionRef> transition,
    Predicate<String> outcome) {}
