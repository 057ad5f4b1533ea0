package backtalk.cli.review;

import backtalk.conversation.Picture;
import backtalk.conversation.Topic;
import java.util.stream.Collectors;

/** Writes every answer card. */
record TopicReview(ReviewDocument document) {

  void write() {
    document.section("Answer cards");
    document.conversation().topics().values().forEach(this::write);
  }

  private void write(Topic topic) {
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
}
