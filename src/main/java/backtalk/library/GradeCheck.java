package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Topic;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts of some length read easily: nobody in pain wants to read twice. */
final class GradeCheck implements Check {
  private static final int WORDS = 40;
  private static final double GRADE = 8;

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Written.all(conversation, trees)
        .forEach(written -> check(written.line().say(), written.at(), issues));
    conversation
        .phrases()
        .forEach((id, text) -> check(text, trees.spot(Trees.PHRASES, id), issues));
    conversation
        .topics()
        .values()
        .forEach(topic -> check(card(topic), trees.spot(Trees.TOPICS, topic.id(), "says"), issues));
  }

  private static String card(Topic topic) {
    return topic.says().stream().map(line -> line.say()).collect(Collectors.joining("\n"));
  }

  private static void check(String text, Spot at, Issues issues) {
    double grade = Readability.grade(text);
    if (Readability.words(text).size() >= WORDS && grade > GRADE) {
      issues.add(
          at,
          String.format(
              Locale.ROOT, "The text reads at school year %.1f; %.0f is the most.", grade, GRADE),
          "Use shorter sentences and plainer words.");
    }
  }
}
