package backtalk.proof;

import backtalk.conversation.Conversation;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the broken promises of a conversation, without the chats that show them. */
public final class BrokenPromises {
  private BrokenPromises() {}

  public static Set<Promise> of(Conversation conversation) {
    return Prover.violations(StateSpace.of(conversation)).stream()
        .map(Violation::promise)
        .collect(Collectors.toSet());
  }
}
