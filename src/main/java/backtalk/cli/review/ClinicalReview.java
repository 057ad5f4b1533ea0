package backtalk.cli.review;

import backtalk.conversation.Conversation;
import backtalk.proof.Promise;

/** Writes everything in a conversation that a clinician has to judge. */
public final class ClinicalReview {
  private ClinicalReview() {}

  /** Returns the review of a conversation as Markdown. */
  public static String of(Conversation conversation) {
    ReviewDocument document = new ReviewDocument(conversation);
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
    new FactReview(document).write();
    new QuestionReview(document).write();
    new EndingReview(document).write();
    new TopicReview(document).write();
    promises(document);
    new SourceReview(document).write();
    return document.text();
  }

  private static void promises(ReviewDocument document) {
    document
        .section("What the program promises")
        .paragraph("The program does not start while one of these is broken.");
    for (Promise promise : Promise.values()) {
      document.bullet(promise.definition() + " (" + promise.verification().words() + ")");
    }
    document.end();
  }
}
