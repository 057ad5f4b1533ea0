package backtalk.library;

import backtalk.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every phrase of the engine is there, with its placeholders and no others. */
final class PhraseCheck implements Check {
  private static final Map<String, Integer> LONGEST =
      Map.of("description", 512, "short-description", 120);
  private static final int LONGEST_COMMAND = 60;

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Spot file = new Spot(Trees.PHRASES, 1);
    Map<String, String> phrases = conversation.phrases();
    PhraseIds.ALL.keySet().stream()
        .filter(id -> !phrases.containsKey(id))
        .forEach(id -> issues.add(file, "Phrase '" + id + "' is missing.", "Add '" + id + ":'."));
    phrases.keySet().forEach(id -> check(id, trees, issues));
    phrases.forEach((id, text) -> checkLength(id, text, trees, issues));
  }

  private static void check(String id, Trees trees, Issues issues) {
    Spot at = trees.spot(Trees.PHRASES, id);
    List<String> needed = PhraseIds.ALL.get(id);
    if (needed == null) {
      issues.add(
          at,
          "'" + id + "' is not a phrase of the bot.",
          DidYouMean.oneOf(PhraseIds.ALL.keySet(), id, "Take it out."));
    } else if (trees.find(Trees.PHRASES, id).orElse(null) instanceof Node.Scalar text) {
      checkPlaceholders(text, needed, at, issues);
    }
  }

  private static void checkPlaceholders(
      Node.Scalar text, List<String> needed, Spot at, Issues issues) {
    List<String> there = PhraseIds.placeholders(text.text());
    List<String> allowed = new ArrayList<>(needed);
    allowed.addAll(Numbers.KEYS);
    needed.stream()
        .filter(name -> !there.contains(name))
        .forEach(name -> issues.add(at, "{" + name + "} is missing.", "Put it into the text."));
    there.stream()
        .filter(name -> !allowed.contains(name))
        .forEach(name -> reportUnknown(name, allowed, at, issues));
  }

  private static void reportUnknown(String name, List<String> allowed, Spot at, Issues issues) {
    issues.add(at, "{" + name + "} is never filled in here.", DidYouMean.oneOf(allowed, name));
  }

  private static void checkLength(String id, String text, Trees trees, Issues issues) {
    int longest =
        LONGEST.getOrDefault(id, id.startsWith("cmd-") ? LONGEST_COMMAND : Limits.MESSAGE);
    Limits.check(text, longest, "The text", trees.spot(Trees.PHRASES, id), issues);
  }
}
