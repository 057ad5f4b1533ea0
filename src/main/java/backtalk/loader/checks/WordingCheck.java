package backtalk.loader.checks;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.LanguageData;
import backtalk.dialogue.input.CommandKind;
import backtalk.loader.ClosestName;
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
record WordingCheck(Input input) implements ConversationCheck {
  private static final int MIN_EXAMPLES = 5;
  private static final String VERB_IDS =
      """
      check start-over back undo change why help-me stop help topics thanks greeting who-are-you
      are-you-a-doctor human abuse fear objection going for-someone-else privacy my-data forget
      """;
  private static final String REFERENCE_IDS =
      """
      more why-so follow-up choice-first choice-second choice-third choice-last choice-yes
      choice-none acknowledgement hesitation laughter presence denial joke eased someone-else-follow-up
      someone-else-helped
      """;
  private static final List<String> VERBS = List.of(VERB_IDS.strip().split("\\s+"));

  @Override
  public void find() {
    conversation().wording().facts().forEach(this::fact);
    topics();
    verbs();
    Stream.of(
            YamlDocuments.WORDING_FACTS,
            YamlDocuments.WORDING_ANSWERS,
            YamlDocuments.WORDING_TOPICS,
            YamlDocuments.WORDING_VERBS)
        .flatMap(file -> lists(files().root(file)))
        .forEach(this::checkDoubles);
  }

  private void fact(String id, Map<Answer, List<String>> phrases) {
    Fact fact = machine().facts().get(id);
    if (fact != null && fact.workedOut()) {
      report(
          files().locate(YamlDocuments.WORDING_FACTS, id),
          "'" + id + "' is worked out from other facts, never told.",
          "Write the wording of those facts.");
    }
    Set<String> both = lower(phrases.getOrDefault(Answer.NO, List.of()));
    both.retainAll(lower(phrases.getOrDefault(Answer.YES, List.of())));
    for (String phrase : both) {
      report(
          files().locate(YamlDocuments.WORDING_FACTS, id, "no"),
          "'" + phrase + "' stands under both yes and no of '" + id + "'.",
          "Keep it where it belongs.");
    }
  }

  private static Set<String> lower(List<String> phrases) {
    return phrases.stream()
        .map(phrase -> phrase.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void topics() {
    Map<String, List<String>> phrases = conversation().wording().topics();
    Set<String> known = new HashSet<>(conversation().topics().keySet());
    known.add(LanguageData.OUT_OF_SCOPE);
    known.forEach(topic -> checkEnough(topic, phrases.getOrDefault(topic, List.of()).size()));
    checkKnown(phrases.keySet(), known, "a topic of topics.yaml", YamlDocuments.WORDING_TOPICS);
  }

  private void checkEnough(String topic, int examples) {
    if (examples < MIN_EXAMPLES) {
      report(
          files().locate(YamlDocuments.WORDING_TOPICS, topic),
          "'" + topic + "' has " + examples + " examples; " + MIN_EXAMPLES + " are the least.",
          "Add ways in which people ask it.");
    }
  }

  private void verbs() {
    Set<String> defined = conversation().wording().verbs().keySet();
    for (String verb : VERBS) {
      if (!defined.contains(verb)) {
        report(
            new SourceLocation(YamlDocuments.WORDING_VERBS, 1),
            "'" + verb + "' is missing.",
            "Add '" + verb + ":' with what people say for it.");
      }
    }
    Set<String> known = new HashSet<>(VERBS);
    known.addAll(List.of(REFERENCE_IDS.strip().split("\\s+")));
    Arrays.stream(CommandKind.values()).map(CommandKind::word).forEach(known::add);
    checkKnown(defined, known, "a wish that the bot knows", YamlDocuments.WORDING_VERBS);
  }

  private void checkKnown(Set<String> defined, Set<String> known, String what, String file) {
    for (String name : defined) {
      if (!known.contains(name)) {
        report(
            files().locate(file, name),
            "'" + name + "' is not " + what + ".",
            ClosestName.suggestion(known, name, "Take it out."));
      }
    }
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
                report(
                    phrase.at(),
                    "'" + phrase.text() + "' is in the list twice.",
                    "Keep one of them."));
  }
}
