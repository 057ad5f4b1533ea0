package backtalk.library;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Wording;
import backtalk.dialogue.Verb;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people say things: enough for every topic and wish, and nothing said for both yes and no. */
final class WordingCheck implements Check {
  private static final int EXAMPLES = 5;
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
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Look look = new Look(conversation, trees, issues);
    conversation.wording().facts().forEach(look::fact);
    look.topics();
    look.verbs();
    Stream.of(Trees.SAID_FACTS, Trees.SAID_ANSWERS, Trees.SAID_TOPICS, Trees.SAID_VERBS)
        .forEach(look::checkDoubles);
  }

  /** One look at one conversation's wording. */
  private record Look(Conversation conversation, Trees trees, Issues issues) {
    void fact(String id, Map<Answer, List<String>> said) {
      var fact = conversation.machine().facts().get(id);
      if (fact != null && fact.workedOut()) {
        issues.add(
            trees.spot(Trees.SAID_FACTS, id),
            "'" + id + "' is worked out from other facts, never told.",
            "Write the wording of those facts.");
      }
      Set<String> yes = lower(said.getOrDefault(Answer.YES, List.of()));
      lower(said.getOrDefault(Answer.NO, List.of())).stream()
          .filter(yes::contains)
          .forEach(phrase -> reportBoth(id, phrase));
    }

    private void reportBoth(String id, String phrase) {
      issues.add(
          trees.spot(Trees.SAID_FACTS, id, "no"),
          "'" + phrase + "' stands under both yes and no of '" + id + "'.",
          "Keep it where it belongs.");
    }

    private static Set<String> lower(List<String> phrases) {
      return phrases.stream()
          .map(phrase -> phrase.toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }

    void topics() {
      Map<String, List<String>> said = conversation.wording().topics();
      Set<String> known = new HashSet<>(conversation.topics().keySet());
      known.add(Wording.OUT_OF_SCOPE);
      known.forEach(topic -> checkEnough(topic, said.getOrDefault(topic, List.of()).size()));
      said.keySet().stream()
          .filter(topic -> !known.contains(topic))
          .forEach(topic -> unknown(Trees.SAID_TOPICS, topic, "a topic of topics.yaml", known));
    }

    private void checkEnough(String topic, int examples) {
      if (examples < EXAMPLES) {
        issues.add(
            trees.spot(Trees.SAID_TOPICS, topic),
            "'" + topic + "' has " + examples + " examples; " + EXAMPLES + " are the least.",
            "Add ways in which people ask it.");
      }
    }

    void verbs() {
      Set<String> said = conversation.wording().verbs().keySet();
      VERBS.stream()
          .filter(verb -> !said.contains(verb))
          .forEach(
              verb ->
                  issues.add(
                      new Spot(Trees.SAID_VERBS, 1),
                      "'" + verb + "' is missing.",
                      "Add '" + verb + ":' with what people say for it."));
      Set<String> known = new HashSet<>(VERBS);
      Arrays.stream(Verb.values()).map(Verb::word).forEach(known::add);
      said.stream()
          .filter(verb -> !known.contains(verb))
          .forEach(verb -> unknown(Trees.SAID_VERBS, verb, "a wish that the bot knows", known));
    }

    private void unknown(String file, String name, String what, Set<String> known) {
      issues.add(
          trees.spot(file, name),
          "'" + name + "' is not " + what + ".",
          DidYouMean.oneOf(known, name, "Take it out."));
    }

    void checkDoubles(String file) {
      lists(trees.root(file)).forEach(this::checkDoubles);
    }

    private static Stream<Node.Items> lists(Node node) {
      return switch (node) {
        case Node.Items items -> Stream.of(items);
        case Node.Entries entries ->
            entries.map().values().stream().flatMap(entry -> lists(entry.value()));
        case Node.Scalar scalar -> Stream.of();
      };
    }

    private void checkDoubles(Node.Items list) {
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
