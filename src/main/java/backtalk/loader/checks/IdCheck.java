package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.loader.Issues;
import backtalk.loader.TextLimits;
import backtalk.loader.parsers.GuardParser;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.Collection;
import java.util.regex.Pattern;

/** Checks that ids are short lower-case words, which fit into callback data and file names. */
public final class IdCheck implements ConversationCheck {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    checkId(
        conversation.about().id(), yamlDocuments.locate(YamlDocuments.CONVERSATION, "id"), issues);
    checkKeys(conversation.machine().facts().keySet(), YamlDocuments.FACTS, yamlDocuments, issues);
    checkKeys(
        conversation.machine().outcomes().keySet(), YamlDocuments.OUTCOMES, yamlDocuments, issues);
    checkKeys(conversation.topics().keySet(), YamlDocuments.TOPICS, yamlDocuments, issues);
    conversation
        .machine()
        .states()
        .keySet()
        .forEach(
            id ->
                checkId(
                    id, yamlDocuments.locate(YamlDocuments.CONVERSATION, "states", id), issues));
    conversation.machine().facts().keySet().stream()
        .filter(GuardParser.RESERVED::contains)
        .forEach(id -> reportReserved(id, yamlDocuments, issues));
  }

  private static void checkKeys(
      Collection<String> ids, String file, YamlDocuments yamlDocuments, Issues issues) {
    ids.forEach(id -> checkId(id, yamlDocuments.locate(file, id), issues));
  }

  private static void checkId(String id, SourceLocation at, Issues issues) {
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      issues.add(
          at,
          "'" + id + "' is not an id.",
          "Write small letters, digits and hyphens, like a-fall.");
    }
    TextLimits.check(id, TextLimits.ID, "The id", at, issues);
  }

  private static void reportReserved(String id, YamlDocuments yamlDocuments, Issues issues) {
    issues.add(
        yamlDocuments.locate(YamlDocuments.FACTS, id),
        "'" + id + "' means something else in a condition.",
        "Give the fact another name.");
  }
}
