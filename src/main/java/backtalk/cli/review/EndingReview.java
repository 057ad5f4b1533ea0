package backtalk.cli.review;

import backtalk.conversation.Outcome;

/** Writes every ending with all its texts and their conditions. */
record EndingReview(ReviewDocument document) {

  void write() {
    document
        .section("Endings")
        .paragraph(
            "Every ending adds by itself the person's own answers that led to it, and below an"
                + " emergency the signs that would make it more urgent.");
    document.conversation().machine().outcomes().values().forEach(this::write);
    document
        .entry("Cautions, added to exercises and calm endings")
        .lines("Cautions", document.conversation().cautions())
        .end();
  }

  private void write(Outcome outcome) {
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
}
