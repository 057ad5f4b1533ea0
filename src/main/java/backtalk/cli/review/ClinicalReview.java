package backtalk.cli.review;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.Picture;
import backtalk.conversation.Source;
import backtalk.conversation.Sources;
import backtalk.conversation.Topic;
import backtalk.proof.Promise;
import java.util.List;
import java.util.stream.Collectors;

/** Writes everything in a conversation that a clinician has to judge. */
public final class ClinicalReview {
  private final Conversation conversation;
  private final ReviewDocument document;

  private ClinicalReview(Conversation conversation) {
    this.conversation = conversation;
    this.document = new ReviewDocument(conversation);
  }

  public static String of(Conversation conversation) {
    return new ClinicalReview(conversation).write();
  }

  private String write() {
    document
        .paragraph("# Clinical review: " + conversation.about().id())
        .paragraph(
            "Written by `./backtalk review` from the files of the conversation. Sign a copy: the"
                + " program writes this file anew.")
        .paragraph(
            "Please judge for each entry whether it is true, safe and complete, and whether a"
                + " worried person understands it. Tick what is right, and write down what is not.")
        .paragraph(
            "A line ends in the claims that it rests on, which stand in full at the end. A fact in"
                + " a condition means that the answer is yes or not sure, if no answer is named.");
    new CheckReview(document).write();
    endings();
    topics();
    promises();
    claims();
    return document.text();
  }

  /** Writes every ending with all its texts and their conditions. */
  private void endings() {
    document
        .section("Endings")
        .paragraph(
            "Every ending adds by itself the person's own answers that led to it, and below an"
                + " emergency the signs that would make it more urgent.");
    conversation.machine().outcomes().values().forEach(this::ending);
    document
        .entry("Cautions, added to exercises and calm endings")
        .lines("Cautions", conversation.cautions())
        .end();
  }

  private void ending(Outcome outcome) {
    document
        .entry("Ending", outcome.id())
        .item("Level", document.level(outcome.urgency()))
        .lines("Title, the first that applies", outcome.opening().title())
        .lines("Opens every later reply", outcome.opening().opensWith())
        .lines("Mentioned again as", outcome.opening().recall())
        .lines("What it means", outcome.card().means())
        .lines("What calls for help", outcome.card().watch())
        .lines("What to do", outcome.card().todo())
        .lines("To show the staff", outcome.handover().staff())
        .lines("More to do", outcome.card().now())
        .lines("Questions for the doctor, in the summary", outcome.handover().questions())
        .item("Cautions", outcome.calm() ? "shown" : "not shown")
        .item("Own answers as reasons", outcome.showReasons() ? "shown" : "not shown")
        .end();
  }

  /** Writes every answer card. */
  private void topics() {
    document.section("Answer cards");
    conversation.topics().values().forEach(this::topic);
  }

  private void topic(Topic topic) {
    document
        .entry(topic.asks(), topic.id())
        .lines("Answer", topic.card().answer())
        .lines("Below it", topic.card().brief())
        .lines("Unfolded", topic.card().more())
        .lines("Where the sources differ", topic.card().differ())
        .lines("What would change this", topic.card().change())
        .item(
            "Pictures",
            topic.pictures().stream().map(Picture::alt).collect(Collectors.joining("; ")))
        .item("Exercises", topic.movements() ? "withheld while a red flag stands" : "")
        .item(
            "Offered at an ending",
            topic.explains().map(guard -> "if " + document.condition(guard)).orElse(""))
        .end();
  }

  private void promises() {
    document
        .section("What the program promises")
        .paragraph("The program does not start while one of these is broken.");
    for (Promise promise : Promise.values()) {
      document.bullet(promise.definition() + " (" + promise.verification().words() + ")");
    }
    document.end();
  }

  /** Writes every claim: first those that go beyond the articles, then those of the articles. */
  private void claims() {
    document
        .section("What goes beyond the articles, and on what ground")
        .paragraph("These claims stand in none of the articles. The reader is told so.");
    claims(true);
    document.section("What is taken from the articles");
    claims(false);
  }

  private void claims(boolean beyond) {
    Sources sources = conversation.sources();
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
        conversation.machine().facts().values().stream()
            .filter(fact -> fact.source().contains(claim.id()))
            .map(fact -> fact.words().name())
            .toList();
    return facts.isEmpty() ? "" : " *Sets the level of: " + String.join("; ", facts) + ".*";
  }
}
