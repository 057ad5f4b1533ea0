package backtalk.loader;

import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects every name that the files define, to detect references to undefined names. */
public final class SymbolTable {

  /** Kinds of names, each with its description in issues. */
  public enum Kind {
    FACT("a fact of facts.yaml"),
    STATE_OR_OUTCOME("a state or an outcome"),
    STATE("a state of conversation.yaml"),
    OUTCOME("an outcome of outcomes.yaml"),
    TOPIC("a topic of topics.yaml"),
    TOPIC_GROUP("a group of topic-groups in conversation.yaml"),
    CLAIM("a claim of sources.yaml"),
    SOURCE("a source of sources.yaml");

    private final String description;

    Kind(String description) {
      this.description = description;
    }
  }

  /** Keywords of guards, which cannot be fact ids. */
  public static final Set<String> RESERVED =
      Set.of("any", "all", "not", "unknown", "any-asked", "red-flags", "when");

  private final Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
  private final Issues issues;

  public SymbolTable(YamlDocuments yamlDocuments, Issues issues) {
    this.issues = issues;
    define(Kind.FACT, yamlDocuments, YamlDocuments.FACTS);
    define(Kind.STATE, yamlDocuments, YamlDocuments.CONVERSATION, "states");
    define(Kind.OUTCOME, yamlDocuments, YamlDocuments.OUTCOMES);
    define(Kind.TOPIC, yamlDocuments, YamlDocuments.TOPICS);
    define(Kind.TOPIC_GROUP, yamlDocuments, YamlDocuments.CONVERSATION, "topic-groups");
    define(Kind.CLAIM, yamlDocuments, YamlDocuments.SOURCES, "claims");
    define(Kind.SOURCE, yamlDocuments, YamlDocuments.SOURCES, "sources");
    if (names.containsKey(Kind.STATE) && names.containsKey(Kind.OUTCOME)) {
      Set<String> statesAndOutcomes = new HashSet<>(names.get(Kind.STATE));
      statesAndOutcomes.addAll(names.get(Kind.OUTCOME));
      names.put(Kind.STATE_OR_OUTCOME, statesAndOutcomes);
    }
  }

  private void define(Kind kind, YamlDocuments yamlDocuments, String file, String... path) {
    if (yamlDocuments.find(file, path).orElse(null) instanceof Entries entries
        && yamlDocuments.has(file)) {
      names.put(kind, entries.map().keySet());
    }
  }

  /**
   * Reports an undefined name, and returns true for any other. All names are taken as defined when
   * the file that defines such names was not read.
   */
  public boolean check(Kind kind, Scalar name) {
    Set<String> defined = names.get(kind);
    boolean known = defined == null || defined.contains(name.text());
    if (defined != null && !known) {
      issues.add(
          name.at(),
          "'" + name.text() + "' is not " + kind.description + ".",
          ClosestName.suggestion(defined, name.text()));
    }
    return known;
  }

  /** Returns the names that are defined, and reports the others. */
  public List<String> known(Kind kind, List<Scalar> references) {
    return references.stream().filter(name -> check(kind, name)).map(Scalar::text).toList();
  }
}
