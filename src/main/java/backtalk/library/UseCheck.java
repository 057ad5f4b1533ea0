package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.Severity;
import backtalk.conversation.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever a person is asked for makes a difference: to the way, to the words or to the level. */
final class UseCheck implements Check {

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Set<String> used = used(conversation, trees);
    conversation.machine().facts().values().stream()
        .filter(fact -> fact.severity().equals(Severity.NONE) && !used.contains(fact.id()))
        .filter(fact -> isLeftWithoutLevel(fact.id(), trees))
        .forEach(fact -> report(fact.id(), trees, issues));
  }

  private static Set<String> used(Conversation conversation, Trees trees) {
    Set<String> used = new HashSet<>();
    guards(conversation, trees).flatMap(Guard::facts).forEach(used::add);
    conversation.machine().facts().values().forEach(fact -> used.addAll(linked(fact)));
    return used;
  }

  /** A no to the whole is a no to its part, so the part reads it. */
  private static List<String> linked(Fact fact) {
    return switch (fact.link()) {
      case Fact.Link.Together(List<String> facts) -> facts;
      case Fact.Link.PartOf(String whole) -> List.of(whole);
      case Fact.Link.Asked asked -> List.of();
      case Fact.Link.OnlyIfSaid said -> List.of();
    };
  }

  private static Stream<Guard> guards(Conversation conversation, Trees trees) {
    return Stream.of(
            conversation.machine().anywhere().stream().map(Transition::when),
            conversation.machine().states().values().stream()
                .flatMap(state -> state.then().stream())
                .map(Transition::when),
            conversation.topics().values().stream().flatMap(topic -> topic.explains().stream()),
            Written.all(conversation, trees).stream().map(written -> written.line().when()))
        .flatMap(guards -> guards);
  }

  /** One whose level cannot be read has been reported before. */
  private static boolean isLeftWithoutLevel(String fact, Trees trees) {
    return trees.find(Trees.FACTS, fact).orElse(null) instanceof Node.Entries keys
        && !keys.map().containsKey("if-yes");
  }

  private static void report(String fact, Trees trees, Issues issues) {
    issues.add(
        trees.spot(Trees.FACTS, fact),
        "Nothing ever uses what '" + fact + "' says.",
        "Give it a level, read it in a condition, or take it out.");
  }
}
