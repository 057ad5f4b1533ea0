package backtalk.loader.checks;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.LanguageData;
import backtalk.dialogue.input.CommandKind;
import backtalk.loader.Issues;
import backtalk.loader.Suggestion;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the wording: enough examples for every topic and command, and no phrase for both yes and
 * no.
 */
public final class WordingCheck implements ConversationCheck {
  private static final int MIN_EXAMPLES = 5;
  private static final List<String> VERBS =
      List.of(
          "check",
          "start-over",
          "back",
          "undo",
          "change",
          "why",
          "help-me",
          "stop",
          "help",
          "topics",
          "thanks",
          "greeting",
          "who-are-you",
          "are-you-a-doctor",
          "human",
          "abuse",
          "fear",
          "objection",
          "going",
          "for-someone-else",
          "privacy",
          "my-data",
          "forget");

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Run run = new Run(conversation, yamlDocuments, issues);
    conversation.wording().facts().forEach(run::fact);
    run.topics();
    run.verbs();
    Stream.of(
            YamlDocuments.WORDING_FACTS,
            YamlDocuments.WORDING_ANSWERS,
            YamlDocuments.WORDING_TOPICS,
            YamlDocuments.WORDING_VERBS)
        .forEach(run::checkDoubles);
  }

  /** Holds the input and the issues of one check. */
  private record Run(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    void fact(String id, Map<Answer, List<String>> phrases) {
      var fact = conversation.machine().facts().get(id);
      if (fact != null && fact.workedOut()) {
        issues.add(
            yamlDocuments.locate(YamlDocuments.WORDING_FACTS, id),
            "'" + id + "' is worked out from other facts, never told.",
            "Write the wording of those facts.");
      }
      Set<String> yes = lower(phrases.getOrDefault(Answer.YES, List.of()));
      lower(phrases.getOrDefault(Answer.NO, List.of())).stream()
          .filter(yes::contains)
          .forEach(phrase -> reportBoth(id, phrase));
    }

    private void reportBoth(String id, String phrase) {
      issues.add(
          yamlDocuments.locate(YamlDocuments.WORDING_FACTS, id, "no"),
          "'" + phrase + "' stands under both yes and no of '" + id + "'.",
          "Keep it where it belongs.");
    }

    private static Set<String> lower(List<String> phrases) {
      return phrases.stream()
          .map(phrase -> phrase.toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }

    void topics() {
      Map<String, List<String>> phrases = conversation.wording().topics();
      Set<String> known = new HashSet<>(conversation.topics().keySet());
      known.add(LanguageData.OUT_OF_SCOPE);
      known.forEach(topic -> checkEnough(topic, phrases.getOrDefault(topic, List.of()).size()));
      phrases.keySet().stream()
          .filter(topic -> !known.contains(topic))
          .forEach(
              topic ->
                  unknown(YamlDocuments.WORDING_TOPICS, topic, "a topic of topics.yaml", known));
    }

    private void checkEnough(String topic, int examples) {
      if (examples < MIN_EXAMPLES) {
        issues.add(
            yamlDocuments.locate(YamlDocuments.WORDING_TOPICS, topic),
            "'" + topic + "' has " + examples + " examples; " + MIN_EXAMPLES + " are the least.",
            "Add ways in which people ask it.");
      }
    }

    void verbs() {
      Set<String> defined = conversation.wording().verbs().keySet();
      VERBS.stream()
          .filter(verb -> !defined.contains(verb))
          .forEach(
              verb ->
                  issues.add(
                      new SourceLocation(YamlDocuments.WORDING_VERBS, 1),
                      "'" + verb + "' is missing.",
                      "Add '" + verb + ":' with what people say for it."));
      Set<String> known = new HashSet<>(VERBS);
      Arrays.stream(CommandKind.values()).map(CommandKind::word).forEach(known::add);
      defined.stream()
          .filter(verb -> !known.contains(verb))
          .forEach(
              verb ->
                  unknown(YamlDocuments.WORDING_VERBS, verb, "a wish that the bot knows", known));
    }

    private void unknown(String file, String name, String what, Set<String> known) {
      issues.add(
          yamlDocuments.locate(file, name),
          "'" + name + "' is not " + what + ".",
          Suggestion.oneOf(known, name, "Take it out."));
    }

    void checkDoubles(String file) {
      lists(yamlDocuments.root(file)).forEach(this::checkDoubles);
    }

    private static Stream<YamlNode.Items> lists(YamlNode node) {
      return switch (node) {
        case YamlNode.Items items -> Stream.of(items);
        case YamlNode.Entries entries ->
            entries.map().values().stream().flatMap(entry -> lists(entry.value()));
        case YamlNode.Scalar scalar -> Stream.of();
      };
    }

    private void checkDoubles(YamlNode.Items list) {
      Set<String> seen = new HashSet<>();
      list.scalars()
          .filter(phrase -> !seen.add(phrase.text().toLowerCase(Locale.ROOT)))
          .forEach(
              phrase ->
                  issues.add(
                      phrase.at(),
                      "'" + phrase.text() + "' is in the list twice.",
                      "Keep one of them."));
    }
  }
}
