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

/** A line of a conversation, and where it is written. */
public record LocatedLine(SourceLocation at, SourcedText line) {

  /** Every line. */
  public static List<LocatedLine> all(Conversation conversation, YamlDocuments yamlDocuments) {
    return Stream.concat(
            ofQuestions(conversation, yamlDocuments).stream(),
            ofAnswers(conversation, yamlDocuments).stream())
        .toList();
  }

  /** Every line that tells why something is asked, or what it means. */
  public static List<LocatedLine> ofQuestions(
      Conversation conversation, YamlDocuments yamlDocuments) {
    return Stream.concat(
            conversation.machine().states().values().stream()
                .flatMap(state -> ofState(yamlDocuments, state)),
            conversation.machine().facts().values().stream()
                .flatMap(fact -> ofFact(yamlDocuments, fact)))
        .toList();
  }

  /** Every other line: the cautions, and those of endings and answer cards. */
  public static List<LocatedLine> ofAnswers(
      Conversation conversation, YamlDocuments yamlDocuments) {
    return Stream.of(
            lines(yamlDocuments, conversation.cautions(), YamlDocuments.CONVERSATION, "cautions")
                .stream(),
            conversation.machine().outcomes().values().stream()
                .flatMap(outcome -> ofOutcome(yamlDocuments, outcome)),
            conversation.topics().values().stream()
                .flatMap(topic -> ofTopic(yamlDocuments, topic).stream()))
        .flatMap(written -> written)
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

  /** The titles that an ending may have. */
  public static List<LocatedLine> title(YamlDocuments yamlDocuments, Outcome outcome) {
    return lines(
        yamlDocuments, outcome.opening().title(), YamlDocuments.OUTCOMES, outcome.id(), "title");
  }

  /** The lines of an answer card. */
  static List<LocatedLine> ofTopic(YamlDocuments yamlDocuments, Topic topic) {
    return lines(yamlDocuments, topic.says(), YamlDocuments.TOPICS, topic.id(), "says");
  }

  private static List<LocatedLine> lines(
      YamlDocuments yamlDocuments, List<SourcedText> lines, String file, String... path) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new LocatedLine(spot(yamlDocuments, i, file, path), lines.get(i)))
        .toList();
  }

  private static SourceLocation spot(
      YamlDocuments yamlDocuments, int index, String file, String... path) {
    List<String> deeper = new ArrayList<>(List.of(path));
    if (yamlDocuments.find(file, path).orElse(null) instanceof YamlNode.Items) {
      deeper.add(String.valueOf(index));
    }
    return yamlDocuments.spot(file, deeper.toArray(String[]::new));
  }
}
