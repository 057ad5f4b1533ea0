package backtalk.loader.checks;

import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.dialogue.rendering.TopicRenderer;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;

/**
 * Checks that no question and no menu of topics has too many buttons, and that no menu is empty.
 */
record ButtonCheck(Input input) implements ConversationCheck {
  /** Counts the buttons of a question besides its facts: one for none and one for not sure. */
  private static final int BESIDES_FACTS = 2;

  private static final String GROUPS = "topic-groups";

  @Override
  public void find() {
    machine().states().values().forEach(this::checkQuestion);
    checkRows(
        TopicRenderer.groups(conversation().topicGroups()).size(),
        files().locate(YamlDocuments.CONVERSATION, GROUPS));
    conversation().topicGroups().keySet().forEach(this::checkGroup);
  }

  private void checkQuestion(State state) {
    checkCount(
        "The question has %d answer buttons",
        state.prompt().facts().size() + BESIDES_FACTS,
        Limit.BUTTONS,
        at().state(state.id()),
        "Ask some of the facts in another state.");
  }

  private void checkGroup(String group) {
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
