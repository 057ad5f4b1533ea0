package backtalk.loader.checks;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.loader.Issues;
import backtalk.loader.LocatedLine;
import backtalk.loader.yaml.YamlDocuments;
import java.util.HashSet;
import java.util.Set;

/** Checks that every claim is used by a line or by a fact's severity. */
public final class ClaimCheck implements ConversationCheck {

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Set<String> used = new HashSet<>();
    LocatedLine.all(conversation, yamlDocuments)
        .forEach(locatedLine -> used.addAll(locatedLine.line().claims()));
    conversation.machine().facts().values().forEach(fact -> used.addAll(fact.source()));
    conversation.sources().claims().values().stream()
        .filter(claim -> conversation.sources().sources().containsKey(claim.source()))
        .map(Claim::id)
        .filter(claim -> !used.contains(claim))
        .forEach(claim -> reportUnused(claim, yamlDocuments, issues));
  }

  private static void reportUnused(String claim, YamlDocuments yamlDocuments, Issues issues) {
    issues.add(
        yamlDocuments.locate(YamlDocuments.SOURCES, "claims", claim),
        "No line uses claim " + claim + ".",
        "End a line with [" + claim + "], or take the claim out.");
  }
}
