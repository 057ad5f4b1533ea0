package backtalk.conversation;

import java.util.Set;

/**
 * Looks up the answers to facts.
 *
 * <p>Guards and the state machine read facts through this interface only. A proof can therefore
 * record each read and try every answer.
 */
@FunctionalInterface
public interface FactLookup {

  /** Returns true when the fact's answer is one of {@code answers}; an unknown fact has none. */
  boolean is(String fact, Set<Answer> answers);
}
