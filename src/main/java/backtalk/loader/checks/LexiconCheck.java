package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.loader.Issues;
import backtalk.loader.Suggestion;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the syntax of lexicon patterns, and that their classes exist without cycles. */
public final class LexiconCheck implements ConversationCheck {
  private static final String CLASSES = "classes";
  private static final Pattern CLASS = Pattern.compile("<([^<>]*)>");

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    new Run(conversation.wording().lexicon().classes(), yamlDocuments, issues).check();
  }

  /** Holds the input and the issues of one check. */
  private record Run(
      Map<String, List<String>> classes, YamlDocuments yamlDocuments, Issues issues) {
    void check() {
      texts("facts")
          .forEach(text -> PatternSyntaxError.of(text.text()).ifPresent(m -> report(text, m)));
      texts(CLASSES)
          .forEach(
              text -> PatternSyntaxError.ofMember(text.text()).ifPresent(m -> report(text, m)));
      texts("facts").forEach(this::checkNames);
      texts(CLASSES).forEach(this::checkNames);
      classes.keySet().forEach(this::checkCycle);
    }

    private Stream<Scalar> texts(String key) {
      return yamlDocuments.find(YamlDocuments.WORDING_LEXICON, key).stream()
          .flatMap(YamlNode::scalars);
    }

    private void report(Scalar text, PatternSyntaxError mistake) {
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
                      Suggestion.oneOf(classes.keySet(), name)));
    }

    private void checkCycle(String name) {
      Set<String> seen = new HashSet<>();
      classes.getOrDefault(name, List.of()).forEach(member -> reach(member, seen));
      if (seen.contains(name)) {
        issues.add(
            yamlDocuments.locate(YamlDocuments.WORDING_LEXICON, CLASSES, name),
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
