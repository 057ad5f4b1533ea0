package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.Severity;
import backtalk.conversation.Transition;
import backtalk.loader.Issues;
import backtalk.loader.LocatedLine;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that every fact affects the path, the texts or the urgency. */
public final class UnusedFactCheck implements ConversationCheck {

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Set<String> used = used(conversation, yamlDocuments);
    conversation.machine().facts().values().stream()
        .filter(fact -> fact.severity().equals(Severity.NONE) && !used.contains(fact.id()))
        .filter(fact -> hasNoLevelKey(fact.id(), yamlDocuments))
        .forEach(fact -> report(fact.id(), yamlDocuments, issues));
  }

  private static Set<String> used(Conversation conversation, YamlDocuments yamlDocuments) {
    Set<String> used = new HashSet<>();
    guards(conversation, yamlDocuments).flatMap(Guard::facts).forEach(used::add);
    conversation.machine().facts().values().forEach(fact -> used.addAll(linked(fact)));
    return used;
  }

  /**
   * Returns the facts that a fact's link uses. A no to the whole counts as a no to its part, so the
   * part uses the whole.
   */
  private static List<String> linked(Fact fact) {
    return switch (fact.link()) {
      case Fact.Link.Together(List<String> facts) -> facts;
      case Fact.Link.PartOf(String whole) -> List.of(whole);
      case Fact.Link.Asked asked -> List.of();
      case Fact.Link.OnlyIfSaid onlyIfSaid -> List.of();
    };
  }

  private static Stream<Guard> guards(Conversation conversation, YamlDocuments yamlDocuments) {
    return Stream.of(
            conversation.machine().anywhere().stream().map(Transition::when),
            conversation.machine().states().values().stream()
                .flatMap(state -> state.then().stream())
                .map(Transition::when),
            conversation.topics().values().stream().flatMap(topic -> topic.explains().stream()),
            LocatedLine.all(conversation, yamlDocuments).stream()
                .map(locatedLine -> locatedLine.line().when()))
        .flatMap(guards -> guards);
  }

  /**
   * Returns true when a fact has no level key. A level that cannot be read has been reported
   * before.
   */
  private static boolean hasNoLevelKey(String fact, YamlDocuments yamlDocuments) {
    return yamlDocuments.find(YamlDocuments.FACTS, fact).orElse(null)
            instanceof YamlNode.Entries keys
        && !keys.map().containsKey("if-yes");
  }

  private static void report(String fact, YamlDocuments yamlDocuments, Issues issues) {
    issues.add(
        yamlDocuments.locate(YamlDocuments.FACTS, fact),
        "Nothing ever uses what '" + fact + "' says.",
        "Give it a level, read it in a condition, or take it out.");
  }
}
