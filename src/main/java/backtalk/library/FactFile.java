package backtalk.library;

import backtalk.conversation.Fact;
import backtalk.conversation.FactWords;
import backtalk.conversation.Severity;
import backtalk.library.Names.Kind;
import backtalk.library.Node.Entries;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads facts.yaml in two steps: how facts hang together, which guards need, then their words. */
final class FactFile {
  private static final Shape TOLD =
      Shape.of("a fact")
          .needs("name", "button", "ask", "why", "source")
          .may("help", "if-yes", "if-unsure", "part-of", "only-if-said");
  private static final Shape WORKED_OUT =
      Shape.of("a fact that is worked out").needs("name", "together", "if-yes", "source");
  private static final Levels LEVELS = new Levels("if-yes", "if-unsure");
  private static final FactWords NO_WORDS = new FactWords("", "", "", List.of(), List.of());

  private final Map<String, Fields> fields;
  private final Names names;
  private final Issues issues;

  FactFile(Node root, Names names, Issues issues) {
    this.names = names;
    this.issues = issues;
    this.fields =
        Ordered.mapped(Fields.group("The file", root, issues), entry -> fields(entry, issues));
  }

  private static Fields fields(Entry entry, Issues issues) {
    boolean together =
        entry.value() instanceof Entries group && group.map().containsKey("together");
    return Fields.of(entry, together ? WORKED_OUT : TOLD, issues);
  }

  /** The facts without their words. */
  Map<String, Fact> wordless() {
    return Ordered.keyed(fields, this::wordless);
  }

  private Fact wordless(String id, Fields fact) {
    return new Fact(id, NO_WORDS, severity(fact), link(fact), source(fact));
  }

  private Severity severity(Fields fact) {
    if (fact.has("if-yes") != fact.has("if-unsure") && !fact.has("together")) {
      issues.add(
          fact.at(),
          (fact.has("if-yes") ? "'if-unsure'" : "'if-yes'") + " is missing.",
          "'if-yes' and 'if-unsure' go together.");
    }
    return LEVELS.read(fact, issues);
  }

  private Fact.Link link(Fields fact) {
    Optional<Scalar> whole = fact.scalar("part-of");
    boolean onlyIfSaid = fact.flag("only-if-said", false);
    if (whole.isPresent() && onlyIfSaid) {
      issues.add(
          fact.at("part-of"),
          "A fact cannot be both 'part-of' and 'only-if-said'.",
          "Keep one of them.");
    }
    if (fact.has("together")) {
      return new Fact.Link.Together(members(fact));
    }
    if (onlyIfSaid) {
      return new Fact.Link.OnlyIfSaid();
    }
    return whole
        .filter(name -> names.check(Kind.FACT, name))
        .<Fact.Link>map(name -> new Fact.Link.PartOf(name.text()))
        .orElseGet(Fact.Link.Asked::new);
  }

  private List<String> members(Fields fact) {
    return fact.list("together").stream()
        .filter(name -> names.check(Kind.FACT, name))
        .map(Scalar::text)
        .toList();
  }

  private List<String> source(Fields fact) {
    List<Scalar> source = fact.list("source");
    if (fact.has("source") && source.isEmpty()) {
      issues.add(fact.at("source"), "The fact has no source.", "Name the claims it rests on.");
    }
    return source.stream()
        .filter(claim -> names.check(Kind.CLAIM, claim))
        .map(Scalar::text)
        .toList();
  }

  /** The same facts with their words; lines may hold guards. */
  Map<String, Fact> worded(Map<String, Fact> wordless, Lines lines) {
    return Ordered.keyed(wordless, (id, fact) -> worded(fact, lines));
  }

  private Fact worded(Fact fact, Lines lines) {
    FactWords words = words(Objects.requireNonNull(fields.get(fact.id())), lines);
    return new Fact(fact.id(), words, fact.severity(), fact.link(), fact.source());
  }

  /** A fact that is worked out is never asked: it has no question, and its button is its name. */
  private static FactWords words(Fields fact, Lines lines) {
    String name = fact.text("name");
    return new FactWords(
        name,
        fact.maybe("button").orElse(name),
        fact.text("ask"),
        lines.read(fact, "why"),
        lines.read(fact, "help"));
  }
}
