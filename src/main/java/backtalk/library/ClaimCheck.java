package backtalk.library;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import java.util.HashSet;
import java.util.Set;

/** Every claim is used by a line, or a fact's severity rests on it. */
final class ClaimCheck implements Check {

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Set<String> used = new HashSet<>();
    Written.all(conversation, trees).forEach(written -> used.addAll(written.line().claims()));
    conversation.machine().facts().values().forEach(fact -> used.addAll(fact.source()));
    conversation.sources().claims().values().stream()
        .filter(claim -> conversation.sources().sources().containsKey(claim.source()))
        .map(Claim::id)
        .filter(claim -> !used.contains(claim))
        .forEach(claim -> reportUnused(claim, trees, issues));
  }

  private static void reportUnused(String claim, Trees trees, Issues issues) {
    issues.add(
        trees.spot(Trees.SOURCES, "claims", claim),
        "No line uses claim " + claim + ".",
        "End a line with [" + claim + "], or take the claim out.");
  }
}
