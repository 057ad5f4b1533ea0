package backtalk.proof;

import backtalk.conversation.StatePath;
import java.util.function.Predicate;

/** What the tests of a conversation reach: which states, ways and outcomes. */
public record TestReach(
    Predicate<String> state, Predicate<StatePath.TransitionRef> way, Predicate<String> outcome) {}
