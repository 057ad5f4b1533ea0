package backtalk.proof;

import backtalk.conversation.ConversationPart;
import backtalk.understanding.FactMention;
import java.util.Optional;

/**
 * Describes a violation of a promise.
 *
 * @param location part of the conversation that breaks it
 * @param what sentence that states the violation
 * @param fix sentence that states the fix
 * @param examples dialogues that show it; empty when none can, such as for an unreachable state
 */
record Violation(
    Promise promise,
    ConversationPart location,
    String what,
    String fix,
    Optional<Example> examples) {

  /**
   * Describes dialogues that show a violation.
   *
   * @param facts recorded facts
   * @param then last answer, after which it shows
   */
  record Example(FactAssignments facts, boolean begun, Optional<FactMention> then) {
    static Optional<Example> in(FactAssignments facts, boolean begun) {
      return Optional.of(new Example(facts, begun, Optional.empty()));
    }
  }
}
