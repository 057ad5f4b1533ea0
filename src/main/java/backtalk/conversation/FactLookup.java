package backtalk.conversation;

import java.util.Set;

/**
 * What is known of the facts. Guards and the walk read facts through this one question only, so
 * that whatever answers it (a person's answers, or a proof that tries them all) sees each read.
 */
@FunctionalInterface
public interface FactLookup {

  /** True when the fact's answer is one of {@code answers}; an unknown fact is none of them. */
  boolean is(String fact, Set<Answer> answers);
}
