package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.loader.EnginePhrases;
import backtalk.loader.Issues;
import backtalk.loader.PhoneNumbers;
import backtalk.loader.Suggestion;
import backtalk.loader.TextLimits;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that every engine phrase exists, with exactly the placeholders that it needs. */
public final class PhraseCheck implements ConversationCheck {
  private static final Map<String, Integer> MAX_LENGTHS =
      Map.of("description", 512, "short-description", 120);
  private static final int MAX_COMMAND_LENGTH = 60;

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    SourceLocation file = new SourceLocation(YamlDocuments.PHRASES, 1);
    Map<String, String> phrases = conversation.phrases();
    EnginePhrases.ALL.keySet().stream()
        .filter(id -> !phrases.containsKey(id))
        .forEach(id -> issues.add(file, "Phrase '" + id + "' is missing.", "Add '" + id + ":'."));
    phrases.keySet().forEach(id -> check(id, yamlDocuments, issues));
    phrases.forEach((id, text) -> checkLength(id, text, yamlDocuments, issues));
  }

  private static void check(String id, YamlDocuments yamlDocuments, Issues issues) {
    SourceLocation at = yamlDocuments.locate(YamlDocuments.PHRASES, id);
    List<String> needed = EnginePhrases.ALL.get(id);
    if (needed == null) {
      issues.add(
          at,
          "'" + id + "' is not a phrase of the bot.",
          Suggestion.oneOf(EnginePhrases.ALL.keySet(), id, "Take it out."));
    } else if (yamlDocuments.find(YamlDocuments.PHRASES, id).orElse(null)
        instanceof YamlNode.Scalar text) {
      checkPlaceholders(text, needed, at, issues);
    }
  }

  private static void checkPlaceholders(
      YamlNode.Scalar text, List<String> needed, SourceLocation at, Issues issues) {
    List<String> present = EnginePhrases.placeholders(text.text());
    List<String> allowed = new ArrayList<>(needed);
    allowed.addAll(PhoneNumbers.KEYS);
    needed.stream()
        .filter(name -> !present.contains(name))
        .forEach(name -> issues.add(at, "{" + name + "} is missing.", "Put it into the text."));
    present.stream()
        .filter(name -> !allowed.contains(name))
        .forEach(name -> reportUnknown(name, allowed, at, issues));
  }

  private static void reportUnknown(
      String name, List<String> allowed, SourceLocation at, Issues issues) {
    issues.add(at, "{" + name + "} is never filled in here.", Suggestion.oneOf(allowed, name));
  }

  private static void checkLength(
      String id, String text, YamlDocuments yamlDocuments, Issues issues) {
    int longest =
        MAX_LENGTHS.getOrDefault(
            id, id.startsWith("cmd-") ? MAX_COMMAND_LENGTH : TextLimits.MESSAGE);
    TextLimits.check(
        text, longest, "The text", yamlDocuments.locate(YamlDocuments.PHRASES, id), issues);
  }
}
