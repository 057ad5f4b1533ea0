package backtalk.cli.review;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Guard;
import backtalk.conversation.Source;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Urgency;
import backtalk.proof.diagram.GuardFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Builds the Markdown text of a review. */
final class ReviewDocument {
  private final Conversation conversation;
  private final GuardFormatter guards;
  private final StringBuilder text = new StringBuilder();

  ReviewDocument(Conversation conversation) {
    this.conversation = conversation;
    this.guards = new GuardFormatter(conversation.machine(), List.of());
  }

  Conversation conversation() {
    return conversation;
  }

  ReviewDocument paragraph(String words) {
    text.append(words).append("\n\n");
    return this;
  }

  /** Begins a section that is signed on its own. */
  ReviewDocument section(String title) {
    return paragraph("## " + title)
        .paragraph("Name: ____________________ Date: ____________ Signature: ____________________")
        .paragraph("Remarks: ________________________________________________________________");
  }

  /** Begins an entry of a section, with a box to tick. */
  ReviewDocument entry(String title) {
    return paragraph("### ☐ " + title);
  }

  /** Begins an entry for a part of the conversation with this id. */
  ReviewDocument entry(String title, String id) {
    return entry(title + " (`" + id + "`)");
  }

  /** Adds a labelled item; an empty text adds nothing. */
  ReviewDocument item(String label, String words) {
    if (!words.isEmpty()) {
      text.append("- **").append(label).append(":** ").append(words).append('\n');
    }
    return this;
  }

  /** Adds lines with their conditions and claims below a label; no lines add nothing. */
  ReviewDocument lines(String label, List<SourcedText> lines) {
    if (lines.size() == 1) {
      return item(label, line(lines.getFirst()));
    }
    if (!lines.isEmpty()) {
      text.append("- **").append(label).append(":**\n");
    }
    lines.forEach(line -> text.append("  - ").append(line(line)).append('\n'));
    return this;
  }

  /** Adds a bulleted item. */
  ReviewDocument bullet(String words) {
    text.append("- ").append(words).append('\n');
    return this;
  }

  ReviewDocument end() {
    text.append('\n');
    return this;
  }

  private String line(SourcedText line) {
    List<String> conditions = new ArrayList<>();
    line.atLeast()
        .ifPresent(urgency -> conditions.add("the advice is at least: " + level(urgency)));
    if (!line.when().equals(Guard.always())) {
      conditions.add(condition(line.when()));
    }
    String claims = line.claims().isEmpty() ? "no claim" : String.join(", ", line.claims());
    String when = conditions.isEmpty() ? "" : "*If " + String.join(", and ", conditions) + ":* ";
    return when + line.say() + " [" + claims + "]";
  }

  String condition(Guard guard) {
    return guards.whole(guard);
  }

  String level(Urgency urgency) {
    return conversation.phrase("level-" + urgency.word());
  }

  String level(Optional<Urgency> urgency) {
    return urgency.map(this::level).orElse("");
  }

  /** Returns a claim in full, with how urgent it is and where it stands. */
  String claim(Claim claim) {
    String section = source(claim).sections().getOrDefault(claim.section(), claim.section());
    return "**%s** (%s%s): %s".formatted(claim.id(), section, urges(claim), claim.says());
  }

  private String urges(Claim claim) {
    String yes = level(claim.urges().ifYes());
    String doubt = level(claim.urges().ifUnsure());
    return (yes.isEmpty() ? "" : "; urges: " + yes)
        + (doubt.isEmpty() ? "" : "; in doubt: " + doubt);
  }

  Source source(Claim claim) {
    return Objects.requireNonNull(conversation.sources().sources().get(claim.source()), "source");
  }

  String text() {
    return text.toString().stripTrailing() + "\n";
  }
}
