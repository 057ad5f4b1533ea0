package backtalk.conversation;

/** A guarded way to a state or an outcome; of several, the first open one is taken. */
public record Transition(Guard when, String to) {}
