package backtalk.loader.checks;

import backtalk.conversation.Topic;
import backtalk.dialogue.rendering.TopicRenderer;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;

/** Checks that the menu of topic groups, and the menu of each group, is short and not empty. */
record MenuCheck(Input input) implements ConversationCheck {
  private static final String GROUPS = "topic-groups";

  @Override
  public void find() {
    checkRows(
        TopicRenderer.groups(conversation().topicGroups()).size(),
        files().locate(YamlDocuments.CONVERSATION, GROUPS));
    conversation().topicGroups().keySet().forEach(this::check);
  }

  private void check(String group) {
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
    int most = Limit.MENU_ROWS.of(files());
    if (rows > most) {
      report(
          at,
          "The menu has " + rows + " rows of buttons; " + most + " are the most.",
          "Use shorter labels, of which two share a row, or regroup the topics.");
    }
  }
}
