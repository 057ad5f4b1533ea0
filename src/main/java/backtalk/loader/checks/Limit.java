package backtalk.loader.checks;

import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.dialogue.rendering.TopicRenderer;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists the limits that a conversation may lower, each with its maximum. */
enum Limit {
  /** Limits the school years that a longer text takes to read. */
  READING_GRADE(8, "", "reading-grade"),
  /** Limits the answer of a card, in characters. */
  ANSWER(160, "limits", "answer"),
  /** Limits what a card shows before it is unfolded, in characters. */
  UNFOLDED(350, "limits", "unfolded"),
  /** Limits the sentences below the answer of a card. */
  SENTENCES(3, "limits", "sentences"),
  /** Limits the answer buttons of a question. */
  BUTTONS(8, "limits", "buttons"),
  /** Limits the rows of buttons of a menu. */
  MENU_ROWS(6, "limits", "menu-rows");

  private final int max;
  private final String group;
  private final String key;

  /** Names the key in conversation.yaml, and the group that holds it or "". */
  Limit(int max, String group, String key) {
    this.max = max;
    this.group = group;
    this.key = key;
  }

  private SourceLocation at(YamlDocuments files) {
    return files.locate(YamlDocuments.CONVERSATION, keys());
  }

  private String[] keys() {
    return group.isEmpty() ? new String[] {key} : new String[] {group, key};
  }

  private boolean isSet(YamlDocuments files) {
    return files.find(YamlDocuments.CONVERSATION, keys()).isPresent();
  }

  /** Returns the value as written; "" when it is not a text. */
  private String written(YamlDocuments files) {
    return files.find(YamlDocuments.CONVERSATION, keys()).orElse(null) instanceof Scalar scalar
        ? scalar.text()
        : "";
  }

  /** Returns the limit of a conversation, which is never above the maximum. */
  int of(YamlDocuments files) {
    String written = written(files);
    return isNumber(written) ? Math.min(Integer.parseInt(written), max) : max;
  }

  private static boolean isNumber(String text) {
    return text.matches("[1-9][0-9]{0,2}");
  }

  /**
   * Checks that a conversation only lowers limits, to a number, and that it keeps them: what a card
   * shows before it is unfolded, and the buttons of questions and menus. The lines of a card count
   * whatever their conditions, and a caution counts as one sentence.
   */
  record Check(Input input) implements ConversationCheck {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+[”\"')]*(\\s+|$)");

    /** Counts the buttons of a question besides its facts: one for none and one for not sure. */
    private static final int BESIDES_FACTS = 2;

    private static final String GROUPS = "topic-groups";

    @Override
    public void find() {
      Arrays.stream(Limit.values()).filter(limit -> limit.isSet(files())).forEach(this::check);
      cards();
      buttons();
    }

    private void check(Limit limit) {
      String written = limit.written(files());
      String shown = written.isEmpty() ? limit.key : limit.key + ": " + written;
      if (!Limit.isNumber(written)) {
        report(
            limit.at(files()),
            "'" + shown + "' is no number.",
            "Write a number from 1 to " + limit.max + ".");
      } else if (Integer.parseInt(written) > limit.max) {
        report(
            limit.at(files()),
            "'" + shown + "' is higher than " + limit.max + ", the most there is.",
            "Write a lower number, or take it out.");
      }
    }

    private void cards() {
      conversation().topics().values().forEach(this::card);
    }

    private void card(Topic topic) {
      LocatedLine.below("answer", topic.card().answer(), keys -> at().topic(topic.id(), keys))
          .forEach(
              line ->
                  checkLength(
                      line.line().say(), Limit.ANSWER.of(files()), "The answer", line.at()));
      List<SourcedText> cautions = topic.movements() ? conversation().cautions() : List.of();
      checkCount(
          "Below the answer stand %d sentences",
          sentences(topic.card().brief()) + cautions.size(),
          Limit.SENTENCES,
          at().topic(topic.id(), "brief"),
          "Put what matters less under 'more'.");
      String answer =
          topic.card().answer().stream()
              .map(SourcedText::say)
              .max(Comparator.comparingInt(String::length))
              .orElse("");
      String below =
          Stream.concat(topic.card().brief().stream(), cautions.stream())
              .map(line -> " " + line.say())
              .reduce("", String::concat);
      checkLength(
          answer + below,
          Limit.UNFOLDED.of(files()),
          "What the card shows before it is unfolded",
          at().topic(topic.id(), "brief"));
    }

    private static int sentences(List<SourcedText> lines) {
      return lines.stream()
          .mapToInt(line -> (int) SENTENCE_END.splitAsStream(line.say()).count())
          .sum();
    }

    private void buttons() {
      machine().states().values().forEach(this::question);
      checkRows(
          TopicRenderer.groups(conversation().topicGroups()).size(),
          files().locate(YamlDocuments.CONVERSATION, GROUPS));
      conversation().topicGroups().keySet().forEach(this::group);
    }

    private void question(State state) {
      checkCount(
          "The question has %d answer buttons",
          state.prompt().facts().size() + BESIDES_FACTS,
          Limit.BUTTONS,
          at().state(state.id()),
          "Ask some of the facts in another state.");
    }

    private void group(String group) {
      List<Topic> topics =
          conversation().topics().values().stream()
              .filter(topic -> topic.group().equals(group))
              .toList();
      SourceLocation at = files().locate(YamlDocuments.CONVERSATION, GROUPS, group);
      if (topics.isEmpty()) {
        report(at, "No topic is of group '" + group + "'.", "Give it topics, or take it out.");
      }
      checkRows(TopicRenderer.rows(topics).size(), at);
    }

    private void checkRows(int rows, SourceLocation at) {
      checkCount(
          "The menu has %d rows of buttons",
          rows,
          Limit.MENU_ROWS,
          at,
          "Use shorter labels, of which two share a row, or regroup the topics.");
    }
  }
}
