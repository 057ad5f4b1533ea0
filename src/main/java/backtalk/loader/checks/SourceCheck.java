package backtalk.loader.checks;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Source;
import backtalk.loader.Issues;
import backtalk.loader.yaml.YamlDocuments;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that every source, and every section of a source, has a claim. */
public final class SourceCheck implements ConversationCheck {

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Collection<Claim> claims = conversation.sources().claims().values();
    for (Source source : conversation.sources().sources().values()) {
      List<Claim> own =
          claims.stream().filter(claim -> claim.source().equals(source.id())).toList();
      if (own.isEmpty()) {
        issues.add(
            yamlDocuments.locate(YamlDocuments.SOURCES, "sources", source.id()),
            "No claim is of source " + source.id() + ".",
            "Add a claim, or take the source out.");
      } else {
        checkSections(source, own, yamlDocuments, issues);
      }
    }
  }

  /**
   * Checks the sections of a source. A claim of an undefined section may mean any of them, so they
   * are checked only without such a claim, which has been reported.
   */
  private static void checkSections(
      Source source, List<Claim> own, YamlDocuments yamlDocuments, Issues issues) {
    Set<String> used = own.stream().map(Claim::section).collect(Collectors.toSet());
    if (source.sections().keySet().containsAll(used)) {
      source.sections().keySet().stream()
          .filter(section -> !used.contains(section))
          .forEach(section -> report(source, section, yamlDocuments, issues));
    }
  }

  private static void report(
      Source source, String section, YamlDocuments yamlDocuments, Issues issues) {
    issues.add(
        yamlDocuments.locate(YamlDocuments.SOURCES, "sources", source.id(), "sections", section),
        "No claim is of section '" + section + "'.",
        "Add a claim, or take the section out.");
  }
}
