package backtalk.loader.checks;

import backtalk.conversation.SourcedText;
import backtalk.conversation.Topic;
import backtalk.loader.yaml.SourceLocation;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks that texts of at least 40 words are easy to read, because readers may be in pain. */
record ReadabilityCheck(Input input) implements ConversationCheck {
  private static final int MIN_WORDS = 40;

  @Override
  public void find() {
    int grade = Limit.READING_GRADE.of(files());
    LocatedLine.all(this).forEach(line -> check(line.line().say(), grade, line.at()));
    conversation().phrases().forEach((id, text) -> check(text, grade, at().phrase(id)));
    conversation()
        .topics()
        .values()
        .forEach(topic -> check(card(topic), grade, at().topic(topic.id(), "answer")));
  }

  private static String card(Topic topic) {
    return topic.card().lines().map(SourcedText::say).collect(Collectors.joining("\n"));
  }

  private void check(String text, int maxGrade, SourceLocation at) {
    double grade = Readability.grade(text);
    if (Readability.words(text).size() >= MIN_WORDS && grade > maxGrade) {
      report(
          at,
          String.format(
              Locale.ROOT, "The text reads at school year %.1f; %d is the most.", grade, maxGrade),
          "Use shorter sentences and plainer words.");
    }
  }
}
