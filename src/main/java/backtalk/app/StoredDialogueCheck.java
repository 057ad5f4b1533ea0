package backtalk.app;

import backtalk.conversation.Conversation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.DialogueMigration;
import backtalk.dialogue.ports.DialogueStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks that every stored dialogue can continue under the conversation. */
public final class StoredDialogueCheck {
  private StoredDialogueCheck() {}

  /**
   * Passes when no recorded fact would be lost.
   *
   * @throws InvalidConversationException with a line for each fact that would be lost
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
            entry ->
                "%d stored dialogues have recorded '%s', which is no longer a fact."
                        .formatted(entry.getValue(), entry.getKey())
                    + " Name its new id under 'renamed' in conversation.yaml, or give it up under"
                    + " 'retired'.")
        .toList();
  }
}
