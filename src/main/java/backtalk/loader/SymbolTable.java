package backtalk.loader;

import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every name that the files define, so that a name that none of them defines is found. */
public final class SymbolTable {

  /** The kinds of names, in the words of a mistake. */
  public enum Kind {
    FACT("a fact of facts.yaml"),
    PLACE("a state or an outcome"),
    STATE("a state of conversation.yaml"),
    OUTCOME("an outcome of outcomes.yaml"),
    TOPIC("a topic of topics.yaml"),
    CLAIM("a claim of sources.yaml"),
    SOURCE("a source of sources.yaml");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
  private final Issues issues;

  public SymbolTable(YamlDocuments yamlDocuments, Issues issues) {
    this.issues = issues;
    define(Kind.FACT, yamlDocuments, YamlDocuments.FACTS);
    define(Kind.STATE, yamlDocuments, YamlDocuments.CONVERSATION, "states");
    define(Kind.OUTCOME, yamlDocuments, YamlDocuments.OUTCOMES);
    define(Kind.TOPIC, yamlDocuments, YamlDocuments.TOPICS);
    define(Kind.CLAIM, yamlDocuments, YamlDocuments.SOURCES, "claims");
    define(Kind.SOURCE, yamlDocuments, YamlDocuments.SOURCES, "sources");
    if (names.containsKey(Kind.STATE) && names.containsKey(Kind.OUTCOME)) {
      Set<String> places = new HashSet<>(names.get(Kind.STATE));
      places.addAll(names.get(Kind.OUTCOME));
      names.put(Kind.PLACE, places);
    }
  }

  private void define(Kind kind, YamlDocuments yamlDocuments, String file, String... path) {
    if (yamlDocuments.find(file, path).orElse(null) instanceof Entries entries
        && yamlDocuments.has(file)) {
      names.put(kind, entries.map().keySet());
    }
  }

  /** The names of a kind; none where their file could not be read. */
  Set<String> all(Kind kind) {
    return names.getOrDefault(kind, Set.of());
  }

  /** True when the name is defined, or the file that should define it could not be read. */
  boolean known(Kind kind, String name) {
    return !names.containsKey(kind) || all(kind).contains(name);
  }

  /** Reports a name that nothing defines; true when there was no need to. */
  public boolean check(Kind kind, Scalar name) {
    boolean known = known(kind, name.text());
    if (!known) {
      issues.add(
          name.at(),
          "'" + name.text() + "' is not " + kind.words + ".",
          Suggestion.oneOf(all(kind), name.text()));
    }
    return known;
  }
}
