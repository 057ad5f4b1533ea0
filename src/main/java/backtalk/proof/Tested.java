package backtalk.proof;

import backtalk.conversation.Walk;
import java.util.function.Predicate;

/** What the tests of a conversation reach: which states, ways and outcomes. */
public record Tested(Predicate<String> state, Predicate<Walk.Way> way, Predicate<String> outcome) {}
