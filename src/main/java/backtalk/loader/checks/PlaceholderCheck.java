package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.loader.EnginePhrases;
import backtalk.loader.Issues;
import backtalk.loader.PhoneNumbers;
import backtalk.loader.Suggestion;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import java.util.List;

/** Checks that texts hold no placeholder that is never filled in. */
public final class PlaceholderCheck implements ConversationCheck {
  private static final List<String> FILES =
      List.of(
          YamlDocuments.CONVERSATION,
          YamlDocuments.FACTS,
          YamlDocuments.OUTCOMES,
          YamlDocuments.TOPICS,
          YamlDocuments.SOURCES);

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    FILES.stream()
        .flatMap(file -> yamlDocuments.root(file).scalars())
        .forEach(text -> check(text, issues));
  }

  private static void check(YamlNode.Scalar text, Issues issues) {
    EnginePhrases.placeholders(text.text()).stream()
        .filter(name -> !PhoneNumbers.KEYS.contains(name))
        .forEach(
            name ->
                issues.add(
                    text.at(),
                    "{" + name + "} is never filled in here.",
                    Suggestion.oneOf(PhoneNumbers.KEYS, name)));
  }
}
