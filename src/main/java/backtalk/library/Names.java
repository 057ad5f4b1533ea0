package backtalk.library;

import backtalk.library.Node.Entries;
import backtalk.library.Node.Scalar;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every name that the files define, so that a name that none of them defines is found. */
final class Names {

  /** The kinds of names, in the words of a mistake. */
  enum Kind {
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

  Names(Trees trees, Issues issues) {
    this.issues = issues;
    define(Kind.FACT, trees, Trees.FACTS);
    define(Kind.STATE, trees, Trees.CONVERSATION, "states");
    define(Kind.OUTCOME, trees, Trees.OUTCOMES);
    define(Kind.TOPIC, trees, Trees.TOPICS);
    define(Kind.CLAIM, trees, Trees.SOURCES, "claims");
    define(Kind.SOURCE, trees, Trees.SOURCES, "sources");
    if (names.containsKey(Kind.STATE) && names.containsKey(Kind.OUTCOME)) {
      Set<String> places = new HashSet<>(names.get(Kind.STATE));
      places.addAll(names.get(Kind.OUTCOME));
      names.put(Kind.PLACE, places);
    }
  }

  private void define(Kind kind, Trees trees, String file, String... path) {
    if (trees.find(file, path).orElse(null) instanceof Entries entries && trees.has(file)) {
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
  boolean check(Kind kind, Scalar name) {
    boolean known = known(kind, name.text());
    if (!known) {
      issues.add(
          name.at(),
          "'" + name.text() + "' is not " + kind.words + ".",
          DidYouMean.oneOf(all(kind), name.text()));
    }
    return known;
  }
}
