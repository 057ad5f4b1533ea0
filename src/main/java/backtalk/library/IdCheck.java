package backtalk.library;

import backtalk.conversation.Conversation;
import java.util.Collection;
import java.util.regex.Pattern;

/** Ids are short words in small letters, which fit into buttons and file names. */
final class IdCheck implements Check {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    checkId(conversation.about().id(), trees.spot(Trees.CONVERSATION, "id"), issues);
    checkKeys(conversation.machine().facts().keySet(), Trees.FACTS, trees, issues);
    checkKeys(conversation.machine().outcomes().keySet(), Trees.OUTCOMES, trees, issues);
    checkKeys(conversation.topics().keySet(), Trees.TOPICS, trees, issues);
    conversation
        .machine()
        .states()
        .keySet()
        .forEach(id -> checkId(id, trees.spot(Trees.CONVERSATION, "states", id), issues));
    conversation.machine().facts().keySet().stream()
        .filter(Guards.RESERVED::contains)
        .forEach(id -> reportReserved(id, trees, issues));
  }

  private static void checkKeys(Collection<String> ids, String file, Trees trees, Issues issues) {
    ids.forEach(id -> checkId(id, trees.spot(file, id), issues));
  }

  private static void checkId(String id, Spot at, Issues issues) {
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      issues.add(
          at,
          "'" + id + "' is not an id.",
          "Write small letters, digits and hyphens, like a-fall.");
    }
    Limits.check(id, Limits.ID, "The id", at, issues);
  }

  private static void reportReserved(String id, Trees trees, Issues issues) {
    issues.add(
        trees.spot(Trees.FACTS, id),
        "'" + id + "' means something else in a condition.",
        "Give the fact another name.");
  }
}
