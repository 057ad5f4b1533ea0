package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Topic;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts of some length read easily: nobody in pain wants to read twice. */
final class GradeCheck implements Check {
  private static final int WORDS = 40;

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    new Look(ReadingGrade.of(trees, issues), issues).check(conversation, trees);
  }

  /** One look at the texts of one conversation, with the grade that is its most. */
  private record Look(int most, Issues issues) {
    void check(Conversation conversation, Trees trees) {
      Written.all(conversation, trees)
          .forEach(written -> check(written.line().say(), written.at()));
      conversation.phrases().forEach((id, text) -> check(text, trees.spot(Trees.PHRASES, id)));
      conversation
          .topics()
          .values()
          .forEach(topic -> check(card(topic), trees.spot(Trees.TOPICS, topic.id(), "says")));
    }

    private static String card(Topic topic) {
      return topic.says().stream().map(line -> line.say()).collect(Collectors.joining("\n"));
    }

    private void check(String text, Spot at) {
      double grade = Readability.grade(text);
      if (Readability.words(text).size() >= WORDS && grade > most) {
        issues.add(
            at,
            String.format(
                Locale.ROOT, "The text reads at school year %.1f; %d is the most.", grade, most),
            "Use shorter sentences and plainer words.");
      }
    }
  }
}
