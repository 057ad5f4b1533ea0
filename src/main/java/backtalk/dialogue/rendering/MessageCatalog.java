package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Urgency;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks up the phrases of a conversation and fills in their placeholders. */
record MessageCatalog(Conversation conversation) {

  /** Returns a phrase by its id, which must exist. */
  String text(String id) {
    return conversation.phrase(id);
  }

  /** Returns a phrase with its placeholders filled in; {@code blanks} maps names to texts. */
  String text(String id, Map<String, String> blanks) {
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
  String answer(Fact fact, Answer answer) {
    return fact.words().button() + ": " + text("value-" + answer.word());
  }

  /** Returns the recorded answers, without a no that only follows from a no to the whole. */
  Stream<Map.Entry<String, FactValue>> told(Facts facts) {
    return facts.values().entrySet().stream().filter(entry -> !follows(entry, facts));
  }

  private boolean follows(Map.Entry<String, FactValue> entry, Facts facts) {
    return entry.getValue().answer() == Answer.NO
        && conversation
            .machine()
            .fact(entry.getKey())
            .whole()
            .filter(whole -> facts.is(whole, Set.of(Answer.NO)))
            .isPresent();
  }

  static String list(List<String> items) {
    return String.join("; ", items);
  }
}
