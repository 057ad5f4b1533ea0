package backtalk.loader.checks;

import backtalk.conversation.Claim;
import backtalk.conversation.Source;
import backtalk.conversation.Sources;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that every claim is used by a line or by a fact's severity, and that every source, and
 * every section of a source, has a claim.
 */
record SourceCheck(Input input) implements ConversationCheck {

  @Override
  public void find() {
    Sources sources = conversation().sources();
    Set<String> used = new HashSet<>();
    LocatedLine.all(this).forEach(line -> used.addAll(line.line().claims()));
    machine().facts().values().forEach(fact -> used.addAll(fact.source()));
    sources.claims().values().stream()
        .filter(claim -> sources.sources().containsKey(claim.source()))
        .map(Claim::id)
        .filter(claim -> !used.contains(claim))
        .forEach(this::reportUnused);
    sources.sources().values().forEach(this::check);
  }

  private void reportUnused(String claim) {
    report(
        at().claim(claim),
        "No line uses claim " + claim + ".",
        "End a line with [" + claim + "], or take the claim out.");
  }

  private void check(Source source) {
    List<Claim> own =
        conversation().sources().claims().values().stream()
            .filter(claim -> claim.source().equals(source.id()))
            .toList();
    if (own.isEmpty()) {
      report(
          at().source(source.id()),
          "No claim is of source " + source.id() + ".",
          "Add a claim, or take the source out.");
    } else {
      checkSections(source, own);
    }
  }

  /**
   * Checks the sections of a source. A claim of an undefined section may mean any of them, so they
   * are checked only without such a claim, which has been reported.
   */
  private void checkSections(Source source, List<Claim> own) {
    Set<String> used = own.stream().map(Claim::section).collect(Collectors.toSet());
    if (source.sections().keySet().containsAll(used)) {
      source.sections().keySet().stream()
          .filter(section -> !used.contains(section))
          .forEach(
              section ->
                  report(
                      at().source(source.id(), "sections", section),
                      "No claim is of section '" + section + "'.",
                      "Add a claim, or take the section out."));
    }
  }
}
