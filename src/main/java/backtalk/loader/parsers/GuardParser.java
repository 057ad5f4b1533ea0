package backtalk.loader.parsers;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.loader.Issues;
import backtalk.loader.Suggestion;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Parses guards, and expands their shorthands into the kinds of {@link Guard}. */
public final class GuardParser {
  /** Keywords of guards, which cannot be fact ids. */
  public static final Set<String> RESERVED =
      Set.of("any", "all", "not", "unknown", "any-asked", "red-flags", "when");

  private static final List<String> ANSWERS = List.of("yes", "no", "unsure");

  private final Map<String, Fact> facts;
  private final SymbolTable symbols;
  private final Issues issues;

  /** Creates a parser. Only the links and severities of the facts are used, not their texts. */
  public GuardParser(Map<String, Fact> facts, SymbolTable symbols, Issues issues) {
    this.facts = facts;
    this.symbols = symbols;
    this.issues = issues;
  }

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
    if (!isFact(word)) {
      return Guard.always();
    }
    return together(word.text())
        .map(members -> allYes(members))
        .orElseGet(() -> new Guard.Is(word.text(), Answer.MAY_BE));
  }

  private Guard anyAsked(Scalar word, List<String> asked) {
    if (asked.isEmpty()) {
      return rejected(
          word.at(), "'any-asked' stands where nothing is asked.", "Name the facts you mean.");
    }
    return new Guard.Any(
        asked.stream().<Guard>map(fact -> new Guard.Is(fact, Answer.MAY_BE)).toList());
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
    return new Guard.All(facts.values().stream().flatMap(GuardParser::denied).toList());
  }

  /** Returns a guard for a clear no, when the fact is a red flag that is asked. */
  private static Stream<Guard> denied(Fact fact) {
    return fact.redFlag() && !fact.onlyIfSaid() ? Stream.of(is(fact.id(), Answer.NO)) : Stream.of();
  }

  private Guard fact(Scalar name, YamlNode value) {
    if (!isFact(name)) {
      return Guard.always();
    }
    Set<Answer> answers = answers(name, value);
    return together(name.text())
        .map(members -> workedOut(name, members, answers))
        .orElseGet(() -> new Guard.Is(name.text(), answers));
  }

  private Set<Answer> answers(Scalar fact, YamlNode value) {
    List<YamlNode> words =
        value instanceof Items(SourceLocation at, List<YamlNode> nodes) ? nodes : List.of(value);
    Set<Answer> answers = EnumSet.noneOf(Answer.class);
    words.forEach(word -> answer(word, answers));
    if (answers.isEmpty() && words.isEmpty()) {
      issues.add(fact.at(), "No answer counts here.", "Write yes, no or unsure.");
    }
    return answers;
  }

  private void answer(YamlNode node, Set<Answer> answers) {
    if (node instanceof Scalar word && ANSWERS.contains(word.text())) {
      answers.add(AnswerNames.named(word.text()));
    } else if (node instanceof Scalar(SourceLocation at, String text)) {
      issues.add(
          at,
          "'" + text + "' is not an answer that a guard can ask for.",
          Suggestion.oneOf(ANSWERS, text));
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

  private Optional<List<String>> together(String fact) {
    return Optional.ofNullable(facts.get(fact))
        .map(Fact::link)
        .filter(Fact.Link.Together.class::isInstance)
        .map(link -> ((Fact.Link.Together) link).facts());
  }

  private boolean isFact(Scalar name) {
    return symbols.check(Kind.FACT, name);
  }

  private static Guard allYes(Collection<String> members) {
    return new Guard.All(members.stream().map(fact -> is(fact, Answer.YES)).toList());
  }

  private static Guard anyNo(Collection<String> members) {
    return new Guard.Any(members.stream().map(fact -> is(fact, Answer.NO)).toList());
  }

  private static Guard is(String fact, Answer answer) {
    return new Guard.Is(fact, Set.of(answer));
  }

  private Guard rejected(SourceLocation at, String what, String fix) {
    issues.add(at, what, fix);
    return Guard.always();
  }
}
