package backtalk.library;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Source;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every source, and every section of one, has a claim. */
final class SourceCheck implements Check {

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Collection<Claim> claims = conversation.sources().claims().values();
    for (Source source : conversation.sources().sources().values()) {
      List<Claim> own =
          claims.stream().filter(claim -> claim.source().equals(source.id())).toList();
      if (own.isEmpty()) {
        issues.add(
            trees.spot(Trees.SOURCES, "sources", source.id()),
            "No claim is of source " + source.id() + ".",
            "Add a claim, or take the source out.");
      } else {
        checkSections(source, own, trees, issues);
      }
    }
  }

  /** A claim of a section that is not there has been reported: it may mean one of these. */
  private static void checkSections(Source source, List<Claim> own, Trees trees, Issues issues) {
    Set<String> used = own.stream().map(Claim::section).collect(Collectors.toSet());
    if (source.sections().keySet().containsAll(used)) {
      source.sections().keySet().stream()
          .filter(section -> !used.contains(section))
          .forEach(section -> report(source, section, trees, issues));
    }
  }

  private static void report(Source source, String section, Trees trees, Issues issues) {
    issues.add(
        trees.spot(Trees.SOURCES, "sources", source.id(), "sections", section),
        "No claim is of section '" + section + "'.",
        "Add a claim, or take the section out.");
  }
}
