package backtalk.loader;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pairs a line of a conversation with its source location. */
public record LocatedLine(SourceLocation at, SourcedText line) {

  /** Returns every line of a conversation. */
  public static List<LocatedLine> all(Conversation conversation, YamlDocuments yamlDocuments) {
    return Stream.concat(
            ofQuestions(conversation, yamlDocuments).stream(),
            ofAnswers(conversation, yamlDocuments).stream())
        .toList();
  }

  /** Returns the lines of questions: why something is asked, and help on it. */
  public static List<LocatedLine> ofQuestions(
      Conversation conversation, YamlDocuments yamlDocuments) {
    return Stream.concat(
            conversation.machine().states().values().stream()
                .flatMap(state -> ofState(yamlDocuments, state)),
            conversation.machine().facts().values().stream()
                .flatMap(fact -> ofFact(yamlDocuments, fact)))
        .toList();
  }

  /** Returns all other lines: the cautions, and the lines of outcomes and topics. */
  public static List<LocatedLine> ofAnswers(
      Conversation conversation, YamlDocuments yamlDocuments) {
    return Stream.of(
            lines(yamlDocuments, conversation.cautions(), YamlDocuments.CONVERSATION, "cautions")
                .stream(),
            conversation.machine().outcomes().values().stream()
                .flatMap(outcome -> ofOutcome(yamlDocuments, outcome)),
            conversation.topics().values().stream()
                .flatMap(topic -> ofTopic(yamlDocuments, topic).stream()))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<LocatedLine> ofState(YamlDocuments yamlDocuments, State state) {
    return Stream.of(
            lines(
                yamlDocuments,
                state.question().why(),
                YamlDocuments.CONVERSATION,
                "states",
                state.id(),
                "why"),
            lines(
                yamlDocuments,
                state.question().help(),
                YamlDocuments.CONVERSATION,
                "states",
                state.id(),
                "help"))
        .flatMap(List::stream);
  }

  private static Stream<LocatedLine> ofFact(YamlDocuments yamlDocuments, Fact fact) {
    return Stream.of(
            lines(yamlDocuments, fact.words().why(), YamlDocuments.FACTS, fact.id(), "why"),
            lines(yamlDocuments, fact.words().help(), YamlDocuments.FACTS, fact.id(), "help"))
        .flatMap(List::stream);
  }

  private static Stream<LocatedLine> ofOutcome(YamlDocuments yamlDocuments, Outcome outcome) {
    String id = outcome.id();
    return Stream.of(
            title(yamlDocuments, outcome),
            lines(
                yamlDocuments,
                outcome.opening().opensWith(),
                YamlDocuments.OUTCOMES,
                id,
                "opens-with"),
            lines(yamlDocuments, outcome.opening().recall(), YamlDocuments.OUTCOMES, id, "recall"),
            lines(yamlDocuments, outcome.card().means(), YamlDocuments.OUTCOMES, id, "means"),
            lines(yamlDocuments, outcome.card().todo(), YamlDocuments.OUTCOMES, id, "do"),
            lines(yamlDocuments, outcome.card().now(), YamlDocuments.OUTCOMES, id, "now"),
            lines(yamlDocuments, outcome.card().watch(), YamlDocuments.OUTCOMES, id, "watch"))
        .flatMap(List::stream);
  }

  /** Returns the alternative titles of an outcome. */
  public static List<LocatedLine> title(YamlDocuments yamlDocuments, Outcome outcome) {
    return lines(
        yamlDocuments, outcome.opening().title(), YamlDocuments.OUTCOMES, outcome.id(), "title");
  }

  /** Returns the lines of a topic's answer. */
  static List<LocatedLine> ofTopic(YamlDocuments yamlDocuments, Topic topic) {
    return lines(yamlDocuments, topic.says(), YamlDocuments.TOPICS, topic.id(), "says");
  }

  private static List<LocatedLine> lines(
      YamlDocuments yamlDocuments, List<SourcedText> lines, String file, String... path) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new LocatedLine(location(yamlDocuments, i, file, path), lines.get(i)))
        .toList();
  }

  private static SourceLocation location(
      YamlDocuments yamlDocuments, int index, String file, String... path) {
    List<String> indexedPath = new ArrayList<>(List.of(path));
    if (yamlDocuments.find(file, path).orElse(null) instanceof YamlNode.Items) {
      indexedPath.add(String.valueOf(index));
    }
    return yamlDocuments.locate(file, indexedPath.toArray(String[]::new));
  }
}
