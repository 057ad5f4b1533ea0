package backtalk.loader.parsers;

import backtalk.conversation.Answer;
import backtalk.conversation.Denial;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.loader.ClosestName;
import backtalk.loader.Issues;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses guards, and expands their shorthands into the kinds of {@link Guard}. Only the links and
 * severities of the facts are used, not their texts.
 */
record GuardParser(Map<String, Fact> facts, SymbolTable symbols, Issues issues) {
  private static final List<String> ANSWERS = List.of("yes", "no", "unsure");

  /** Parses a guard outside of a state that asks. */
  Guard read(YamlNode node) {
    return read(node, List.of());
  }

  /** Parses a guard of a state that asks these facts; {@code any-asked} means them. */
  Guard read(YamlNode node, List<String> asked) {
    return switch (node) {
      case Scalar word -> bare(word, asked);
      case Entries group -> joined(group, asked);
      case Items list ->
          rejected(list.at(), "A guard cannot be a list.", "Write {any: [...]} or {all: [...]}.");
    };
  }

  private Guard bare(Scalar word, List<String> asked) {
    if (word.text().equals("any-asked")) {
      return anyAsked(word, asked);
    }
    if (!symbols.check(Kind.FACT, word)) {
      return Guard.always();
    }
    return link(word) instanceof Fact.Link.Together(List<String> members)
        ? allYes(members)
        : new Guard.Is(word.text(), Answer.MAY_BE);
  }

  private Guard anyAsked(Scalar word, List<String> asked) {
    if (asked.isEmpty()) {
      return rejected(
          word.at(), "'any-asked' stands where nothing is asked.", "Name the facts you mean.");
    }
    return new Guard.Any(is(asked, Answer.MAY_BE));
  }

  private Guard joined(Entries group, List<String> asked) {
    List<Guard> all =
        group.map().entrySet().stream()
            .map(entry -> entry(entry.getKey(), entry.getValue(), asked))
            .toList();
    if (all.isEmpty()) {
      return rejected(group.at(), "The guard is empty.", "Say what must be so, or leave it out.");
    }
    return all.size() == 1 ? all.getFirst() : new Guard.All(all);
  }

  private Guard entry(String key, Entry entry, List<String> asked) {
    return switch (key) {
      case "any" -> new Guard.Any(each(entry, asked));
      case "all" -> new Guard.All(each(entry, asked));
      case "red-flags" -> redFlags(entry);
      case "not", "unknown", "any-asked" ->
          rejected(
              entry.at(),
              "A guard cannot say '" + key + ":'.",
              "Name the answers that count, like {" + example() + ": [no, unsure]}.");
      default -> fact(new Scalar(entry.at(), key), entry.value());
    };
  }

  private String example() {
    return facts.keySet().stream().findFirst().orElse("swelling");
  }

  private List<Guard> each(Entry entry, List<String> asked) {
    if (entry.value() instanceof Items items && !items.nodes().isEmpty()) {
      return items.nodes().stream().map(node -> read(node, asked)).toList();
    }
    issues.add(entry.at(), "'any' and 'all' need a list.", "Write {any: [one, another]}.");
    return List.of();
  }

  private Guard redFlags(Entry entry) {
    if (!(entry.value() instanceof Scalar value && value.text().equals("no"))) {
      return rejected(
          entry.at(), "'red-flags' can only be asked for a clear no.", "Write {red-flags: no}.");
    }
    return new Guard.All(Denial.ofRedFlags(facts));
  }

  private Guard fact(Scalar name, YamlNode value) {
    if (!symbols.check(Kind.FACT, name)) {
      return Guard.always();
    }
    Set<Answer> answers = answers(name, value);
    return link(name) instanceof Fact.Link.Together(List<String> members)
        ? workedOut(name, members, answers)
        : new Guard.Is(name.text(), answers);
  }

  private Set<Answer> answers(Scalar fact, YamlNode value) {
    List<YamlNode> words = value.listed();
    Set<Answer> answers = EnumSet.noneOf(Answer.class);
    words.forEach(word -> answer(word, answers));
    if (answers.isEmpty() && words.isEmpty()) {
      issues.add(fact.at(), "No answer counts here.", "Write yes, no or unsure.");
    }
    return answers;
  }

  private void answer(YamlNode node, Set<Answer> answers) {
    if (node instanceof Scalar word && ANSWERS.contains(word.text())) {
      answers.add(Answer.valueOf(word.text().toUpperCase(Locale.ROOT)));
    } else if (node instanceof Scalar word) {
      issues.add(
          word.at(),
          "'" + word.text() + "' is not an answer that a guard can ask for.",
          ClosestName.suggestion(ANSWERS, word.text()));
    } else {
      issues.add(node.at(), "Here is " + node.kind() + " where an answer belongs.", "Write yes.");
    }
  }

  private Guard workedOut(Scalar fact, List<String> members, Set<Answer> answers) {
    if (answers.contains(Answer.UNSURE)) {
      return rejected(
          fact.at(),
          "'" + fact.text() + "' is worked out, so it is never unsure.",
          "Ask for yes or no, or for the facts it is worked out from.");
    }
    if (answers.size() > 1) {
      return new Guard.Any(List.of(allYes(members), anyNo(members)));
    }
    return answers.contains(Answer.NO) ? anyNo(members) : allYes(members);
  }

  private Fact.@Nullable Link link(Scalar name) {
    Fact fact = facts.get(name.text());
    return fact == null ? null : fact.link();
  }

  private static Guard allYes(List<String> members) {
    return new Guard.All(is(members, Set.of(Answer.YES)));
  }

  private static Guard anyNo(List<String> members) {
    return new Guard.Any(is(members, Set.of(Answer.NO)));
  }

  private static List<Guard> is(List<String> facts, Set<Answer> answers) {
    return facts.stream().<Guard>map(fact -> new Guard.Is(fact, answers)).toList();
  }

  private Guard rejected(SourceLocation at, String what, String fix) {
    issues.add(at, what, fix);
    return Guard.always();
  }
}
