package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Line;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A line of a conversation, and where it is written. */
record Written(Spot at, Line line) {

  /** Every line. */
  static List<Written> all(Conversation conversation, Trees trees) {
    return Stream.concat(
            ofQuestions(conversation, trees).stream(), ofAnswers(conversation, trees).stream())
        .toList();
  }

  /** Every line that tells why something is asked, or what it means. */
  static List<Written> ofQuestions(Conversation conversation, Trees trees) {
    return Stream.concat(
            conversation.machine().states().values().stream()
                .flatMap(state -> ofState(trees, state)),
            conversation.machine().facts().values().stream().flatMap(fact -> ofFact(trees, fact)))
        .toList();
  }

  /** Every other line: the cautions, and those of endings and answer cards. */
  static List<Written> ofAnswers(Conversation conversation, Trees trees) {
    return Stream.of(
            lines(trees, conversation.cautions(), Trees.CONVERSATION, "cautions").stream(),
            conversation.machine().outcomes().values().stream()
                .flatMap(outcome -> ofOutcome(trees, outcome)),
            conversation.topics().values().stream()
                .flatMap(topic -> ofTopic(trees, topic).stream()))
        .flatMap(written -> written)
        .toList();
  }

  private static Stream<Written> ofState(Trees trees, State state) {
    return Stream.of(
            lines(trees, state.question().why(), Trees.CONVERSATION, "states", state.id(), "why"),
            lines(trees, state.question().help(), Trees.CONVERSATION, "states", state.id(), "help"))
        .flatMap(List::stream);
  }

  private static Stream<Written> ofFact(Trees trees, Fact fact) {
    return Stream.of(
            lines(trees, fact.words().why(), Trees.FACTS, fact.id(), "why"),
            lines(trees, fact.words().help(), Trees.FACTS, fact.id(), "help"))
        .flatMap(List::stream);
  }

  private static Stream<Written> ofOutcome(Trees trees, Outcome outcome) {
    String id = outcome.id();
    return Stream.of(
            title(trees, outcome),
            lines(trees, outcome.opening().opensWith(), Trees.OUTCOMES, id, "opens-with"),
            lines(trees, outcome.opening().recall(), Trees.OUTCOMES, id, "recall"),
            lines(trees, outcome.card().means(), Trees.OUTCOMES, id, "means"),
            lines(trees, outcome.card().todo(), Trees.OUTCOMES, id, "do"),
            lines(trees, outcome.card().now(), Trees.OUTCOMES, id, "now"),
            lines(trees, outcome.card().watch(), Trees.OUTCOMES, id, "watch"))
        .flatMap(List::stream);
  }

  /** The titles that an ending may have. */
  static List<Written> title(Trees trees, Outcome outcome) {
    return lines(trees, outcome.opening().title(), Trees.OUTCOMES, outcome.id(), "title");
  }

  /** The lines of an answer card. */
  static List<Written> ofTopic(Trees trees, Topic topic) {
    return lines(trees, topic.says(), Trees.TOPICS, topic.id(), "says");
  }

  private static List<Written> lines(Trees trees, List<Line> lines, String file, String... path) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Written(spot(trees, i, file, path), lines.get(i)))
        .toList();
  }

  private static Spot spot(Trees trees, int index, String file, String... path) {
    List<String> deeper = new ArrayList<>(List.of(path));
    if (trees.find(file, path).orElse(null) instanceof Node.Items) {
      deeper.add(String.valueOf(index));
    }
    return trees.spot(file, deeper.toArray(String[]::new));
  }
}
