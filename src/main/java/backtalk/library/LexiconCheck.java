package backtalk.library;

import backtalk.conversation.Conversation;
import backtalk.library.Node.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every pattern of the lexicon says what it looks as if it said. */
final class LexiconCheck implements Check {
  private static final String CLASSES = "classes";
  private static final Pattern CLASS = Pattern.compile("<([^<>]*)>");

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    new Look(conversation.wording().lexicon().classes(), trees, issues).check();
  }

  /** One look at one lexicon. */
  private record Look(Map<String, List<String>> classes, Trees trees, Issues issues) {
    void check() {
      texts("facts").forEach(text -> PatternMistake.of(text.text()).ifPresent(m -> tell(text, m)));
      texts(CLASSES)
          .forEach(text -> PatternMistake.ofMember(text.text()).ifPresent(m -> tell(text, m)));
      texts("facts").forEach(this::checkNames);
      texts(CLASSES).forEach(this::checkNames);
      classes.keySet().forEach(this::checkCircle);
    }

    private Stream<Scalar> texts(String key) {
      return trees.find(Trees.SAID_LEXICON, key).stream().flatMap(Node::scalars);
    }

    private void tell(Scalar text, PatternMistake mistake) {
      issues.add(text.at(), mistake.what(), mistake.fix());
    }

    private void checkNames(Scalar text) {
      named(text.text())
          .filter(name -> !classes.containsKey(name))
          .forEach(
              name ->
                  issues.add(
                      text.at(),
                      "'<" + name + ">' is not a class of the lexicon.",
                      DidYouMean.oneOf(classes.keySet(), name)));
    }

    private void checkCircle(String name) {
      Set<String> seen = new HashSet<>();
      classes.getOrDefault(name, List.of()).forEach(member -> reach(member, seen));
      if (seen.contains(name)) {
        issues.add(
            trees.spot(Trees.SAID_LEXICON, CLASSES, name),
            "'<" + name + ">' refers to itself in a circle.",
            "Write its words instead.");
      }
    }

    private void reach(String member, Set<String> seen) {
      named(member)
          .filter(seen::add)
          .flatMap(name -> classes.getOrDefault(name, List.of()).stream())
          .forEach(next -> reach(next, seen));
    }

    private static Stream<String> named(String text) {
      return CLASS.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
  }
}
