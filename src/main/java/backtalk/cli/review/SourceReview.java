package backtalk.cli.review;

import backtalk.conversation.Claim;
import backtalk.conversation.Source;
import backtalk.conversation.Sources;
import java.util.List;

/** Writes every claim: first those that go beyond the articles, then those of the articles. */
record SourceReview(ReviewDocument document) {

  void write() {
    document
        .section("What goes beyond the articles, and on what ground")
        .paragraph("These claims stand in none of the articles. The reader is told so.");
    write(true);
    document.section("What is taken from the articles");
    write(false);
  }

  private void write(boolean beyond) {
    Sources sources = document.conversation().sources();
    for (Source source : sources.sources().values()) {
      List<Claim> claims =
          sources.claims().values().stream()
              .filter(claim -> claim.source().equals(source.id()))
              .toList();
      if (source.beyond() == beyond) {
        document.entry(source.title());
        claims.forEach(claim -> document.bullet(document.claim(claim) + usedBy(claim)));
        document.end();
      }
    }
  }

  /** Returns the facts whose level rests on a claim. */
  private String usedBy(Claim claim) {
    List<String> facts =
        document.conversation().machine().facts().values().stream()
            .filter(fact -> fact.source().contains(claim.id()))
            .map(fact -> fact.words().name())
            .toList();
    return facts.isEmpty() ? "" : " *Sets the level of: " + String.join("; ", facts) + ".*";
  }
}
