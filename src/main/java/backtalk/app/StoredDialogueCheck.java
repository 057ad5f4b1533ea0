package backtalk.app;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueMigration;
import backtalk.dialogue.ports.DialogueStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks whether every dialogue that is kept can go on under a conversation, before one does. */
public final class StoredDialogueCheck {
  private StoredDialogueCheck() {}

  /**
   * Passes when nothing that anybody told would be lost.
   *
   * @throws BadConversation a line for each fact that the conversation lost sight of
   */
  public static void check(DialogueStore store, Conversation conversation) {
    DialogueMigration dialogueMigration = new DialogueMigration(conversation);
    Map<String, Integer> lost = new TreeMap<>();
    store.visit(conversation.about().hash(), dialogue -> count(dialogue, dialogueMigration, lost));
    if (!lost.isEmpty()) {
      throw new InvalidConversationException(lines(lost));
    }
  }

  private static void count(
      Dialogue dialogue, DialogueMigration dialogueMigration, Map<String, Integer> lost) {
    dialogueMigration.lost(dialogue.facts()).forEach(fact -> lost.merge(fact, 1, Integer::sum));
  }

  private static List<String> lines(Map<String, Integer> lost) {
    return lost.entrySet().stream()
        .map(
            one ->
                "%d kept dialogues would lose what they told of '%s', which is no longer a fact."
                        .formatted(one.getValue(), one.getKey())
                    + " Name its new id under 'renamed' in conversation.yaml, or give it up under"
                    + " 'retired'.")
        .toList();
  }
}
