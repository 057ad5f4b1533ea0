package backtalk.conversation;

/**
 * Describes a guarded transition to a state or an outcome; the first whose guard holds is taken.
 */
public record Transition(Guard when, String to) {}
