package backtalk.library;

import backtalk.conversation.Conversation;
import java.util.List;

/** Texts hold no placeholder that nothing fills in. */
final class PlaceholderCheck implements Check {
  private static final List<String> FILES =
      List.of(Trees.CONVERSATION, Trees.FACTS, Trees.OUTCOMES, Trees.TOPICS, Trees.SOURCES);

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    FILES.stream().flatMap(file -> trees.root(file).scalars()).forEach(text -> check(text, issues));
  }

  private static void check(Node.Scalar text, Issues issues) {
    PhraseIds.placeholders(text.text()).stream()
        .filter(name -> !Numbers.KEYS.contains(name))
        .forEach(
            name ->
                issues.add(
                    text.at(),
                    "{" + name + "} is never filled in here.",
                    DidYouMean.oneOf(Numbers.KEYS, name)));
  }
}
