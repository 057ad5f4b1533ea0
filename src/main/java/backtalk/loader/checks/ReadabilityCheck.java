package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Topic;
import backtalk.loader.Issues;
import backtalk.loader.LocatedLine;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks that texts of at least 40 words are easy to read, because readers may be in pain. */
public final class ReadabilityCheck implements ConversationCheck {
  private static final int MIN_WORDS = 40;

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    new Run(ReadingGrade.of(yamlDocuments, issues), issues).check(conversation, yamlDocuments);
  }

  /** Holds the maximum grade and the issues of one check. */
  private record Run(int maxGrade, Issues issues) {
    void check(Conversation conversation, YamlDocuments yamlDocuments) {
      LocatedLine.all(conversation, yamlDocuments)
          .forEach(locatedLine -> check(locatedLine.line().say(), locatedLine.at()));
      conversation
          .phrases()
          .forEach((id, text) -> check(text, yamlDocuments.locate(YamlDocuments.PHRASES, id)));
      conversation
          .topics()
          .values()
          .forEach(
              topic ->
                  check(
                      card(topic), yamlDocuments.locate(YamlDocuments.TOPICS, topic.id(), "says")));
    }

    private static String card(Topic topic) {
      return topic.says().stream().map(line -> line.say()).collect(Collectors.joining("\n"));
    }

    private void check(String text, SourceLocation at) {
      double grade = Readability.grade(text);
      if (Readability.words(text).size() >= MIN_WORDS && grade > maxGrade) {
        issues.add(
            at,
            String.format(
                Locale.ROOT,
                "The text reads at school year %.1f; %d is the most.",
                grade,
                maxGrade),
            "Use shorter sentences and plainer words.");
      }
    }
  }
}
