package backtalk.loader.checks;

import backtalk.conversation.SourcedText;
import backtalk.conversation.Topic;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks that texts of at least 40 words are easy to read, because readers may be in pain. */
record ReadabilityCheck(Input input) implements ConversationCheck {
  /** Key by which a conversation lowers the maximum grade. */
  private static final String KEY = "reading-grade";

  private static final int MAX_GRADE = 8;
  private static final int MIN_WORDS = 40;

  @Override
  public void find() {
    int grade = files().find(YamlDocuments.CONVERSATION, KEY).map(this::maxGrade).orElse(MAX_GRADE);
    LocatedLine.all(this).forEach(line -> check(line.line().say(), grade, line.at()));
    conversation().phrases().forEach((id, text) -> check(text, grade, at().phrase(id)));
    conversation()
        .topics()
        .values()
        .forEach(topic -> check(card(topic), grade, at().topic(topic.id(), "says")));
  }

  /** Returns the maximum grade that the conversation sets; a grade out of range is an issue. */
  private int maxGrade(YamlNode node) {
    String text = node instanceof Scalar scalar ? scalar.text() : "";
    String written = node instanceof Scalar ? KEY + ": " + text : KEY;
    if (!text.matches("[1-9][0-9]{0,2}")) {
      report(
          node.at(),
          "'" + written + "' is no number.",
          "Write a number from 1 to " + MAX_GRADE + ".");
      return MAX_GRADE;
    }
    if (Integer.parseInt(text) > MAX_GRADE) {
      report(
          node.at(),
          "'" + written + "' is higher than " + MAX_GRADE + ", the most there is.",
          "Write a lower number, or take it out.");
    }
    return Math.min(Integer.parseInt(text), MAX_GRADE);
  }

  private static String card(Topic topic) {
    return topic.says().stream().map(SourcedText::say).collect(Collectors.joining("\n"));
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
