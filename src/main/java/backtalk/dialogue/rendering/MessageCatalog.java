package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Urgency;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.CommandKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks up the phrases of a conversation and fills in their placeholders. */
public final class MessageCatalog {

  private final Conversation conversation;

  public MessageCatalog(Conversation conversation) {
    this.conversation = conversation;
  }

  /** Returns a phrase by its id, which must exist. */
  public String text(String id) {
    return conversation.phrase(id);
  }

  /** Returns a phrase with its placeholders filled in; {@code blanks} maps names to texts. */
  public String text(String id, Map<String, String> blanks) {
    String filled = text(id);
    for (Map.Entry<String, String> blank : blanks.entrySet()) {
      filled = filled.replace("{" + blank.getKey() + "}", blank.getValue());
    }
    return filled;
  }

  /** Returns the short name of an urgency. */
  String urgency(Urgency urgency) {
    return text("level-" + urgency.word());
  }

  /** Returns a fact with its answer, for instance "Swelling: yes". */
  public String answer(Fact fact, Answer answer) {
    return fact.words().button() + ": " + text("value-" + answer.name().toLowerCase(Locale.ROOT));
  }

  /** Joins at most {@code most} items and adds how many more there are. */
  public String list(List<String> items, int most) {
    String shown = String.join("; ", items.subList(0, Math.min(most, items.size())));
    int more = Math.max(0, items.size() - most);
    return more > 0 ? shown + " " + text("and-more", Map.of("n", String.valueOf(more))) : shown;
  }

  /** Returns a button that runs a command. */
  public ButtonSpec button(String phrase, CommandKind commandKind) {
    return new ButtonSpec(text(phrase), new ButtonAction.RunCommand(commandKind));
  }
}
