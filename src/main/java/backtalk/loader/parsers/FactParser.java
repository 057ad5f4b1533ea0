package backtalk.loader.parsers;

import backtalk.conversation.Fact;
import backtalk.conversation.FactTexts;
import backtalk.conversation.Severity;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.SymbolTable;
import backtalk.loader.SymbolTable.Kind;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Parses facts.yaml in two steps. Guards need the severities and links of facts, and the texts of
 * facts may hold guards, so the texts are parsed last.
 */
record FactParser(Map<String, MappingReader> fields, SymbolTable symbols, Issues issues) {
  private static final KeySchema ANSWERED =
      KeySchema.of("a fact")
          .needs("name", "button", "ask", "why", "source")
          .may("help", "if-yes", "if-unsure", "part-of", "only-if-said", "needed-if");
  private static final KeySchema WORKED_OUT =
      KeySchema.of("a fact that is worked out").needs("name", "together", "if-yes", "source");
  private static final UrgencyParser LEVELS = new UrgencyParser("if-yes", "if-unsure");
  private static final FactTexts NO_TEXTS = new FactTexts("", "", "", List.of(), List.of());

  static FactParser of(YamlNode root, SymbolTable symbols, Issues issues) {
    Map<String, Entry> facts = MappingReader.group("The file", root, issues);
    return new FactParser(
        OrderedMaps.mapValues(facts, entry -> fields(entry, issues)), symbols, issues);
  }

  private static MappingReader fields(Entry entry, Issues issues) {
    boolean together =
        entry.value() instanceof Entries group && group.map().containsKey("together");
    return MappingReader.of(entry, together ? WORKED_OUT : ANSWERED, issues);
  }

  Map<String, Fact> withoutTexts() {
    return OrderedMaps.mapEntries(fields, this::withoutTexts);
  }

  private Fact withoutTexts(String id, MappingReader fact) {
    return new Fact(id, NO_TEXTS, severity(fact), link(fact), source(fact));
  }

  private Severity severity(MappingReader fact) {
    if (fact.has("if-yes") != fact.has("if-unsure") && !fact.has("together")) {
      issues.add(
          fact.at(),
          (fact.has("if-yes") ? "'if-unsure'" : "'if-yes'") + " is missing.",
          "'if-yes' and 'if-unsure' go together.");
    }
    return LEVELS.read(fact, issues);
  }

  private Fact.Link link(MappingReader fact) {
    Optional<Scalar> whole = fact.scalar("part-of");
    boolean onlyIfSaid = fact.flag("only-if-said", false);
    if (whole.isPresent() && onlyIfSaid) {
      issues.add(
          fact.at("part-of"),
          "A fact cannot be both 'part-of' and 'only-if-said'.",
          "Keep one of them.");
    }
    if (fact.has("needed-if") && (whole.isPresent() || onlyIfSaid)) {
      issues.add(
          fact.at("needed-if"),
          "'needed-if' stands beside 'part-of' or 'only-if-said'.",
          "Take it out: a part follows its whole, and what is only heard is never needed.");
    }
    if (fact.has("together")) {
      return new Fact.Link.Together(symbols.known(Kind.FACT, fact.list("together")));
    }
    if (onlyIfSaid) {
      return new Fact.Link.OnlyIfSaid();
    }
    return whole
        .filter(name -> symbols.check(Kind.FACT, name))
        .<Fact.Link>map(name -> new Fact.Link.PartOf(name.text()))
        .orElseGet(() -> new Fact.Link.Asked(symbols.known(Kind.FACT, fact.list("needed-if"))));
  }

  private List<String> source(MappingReader fact) {
    List<Scalar> source = fact.list("source");
    if (fact.has("source") && source.isEmpty()) {
      issues.add(fact.at("source"), "The fact has no source.", "Name the claims it rests on.");
    }
    return symbols.known(Kind.CLAIM, source);
  }

  /** Returns the same facts with their texts, whose lines may hold guards. */
  Map<String, Fact> withTexts(Map<String, Fact> withoutTexts, LineParser lineParser) {
    return OrderedMaps.mapEntries(withoutTexts, (id, fact) -> withTexts(fact, lineParser));
  }

  private Fact withTexts(Fact fact, LineParser lineParser) {
    FactTexts texts = texts(Objects.requireNonNull(fields.get(fact.id())), lineParser);
    return new Fact(fact.id(), texts, fact.severity(), fact.link(), fact.source());
  }

  /**
   * Parses the texts of a fact. A fact that is worked out is never asked, so its button is its
   * name.
   */
  private static FactTexts texts(MappingReader fact, LineParser lineParser) {
    String name = fact.text("name");
    return new FactTexts(
        name,
        fact.optionalText("button").orElse(name),
        fact.text("ask"),
        lineParser.read(fact, "why"),
        lineParser.read(fact, "help"));
  }
}
