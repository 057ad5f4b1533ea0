package backtalk.loader.yaml;

import backtalk.loader.ClosestName;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Holds the files of a conversation as YAML trees.
 *
 * @param roots from file path to tree; files that are missing or are not YAML are absent
 */
public record YamlDocuments(Map<String, YamlNode> roots) {
  public static final String CONVERSATION = "conversation.yaml";
  public static final String FACTS = "facts.yaml";
  public static final String OUTCOMES = "outcomes.yaml";
  public static final String TOPICS = "topics.yaml";
  public static final String SOURCES = "sources.yaml";
  public static final String PHRASES = "phrases.yaml";
  public static final String WORDING_FACTS = "wording/facts.yaml";
  public static final String WORDING_ANSWERS = "wording/answers.yaml";
  public static final String WORDING_TOPICS = "wording/topics.yaml";
  public static final String WORDING_VERBS = "wording/verbs.yaml";
  public static final String WORDING_LEXICON = "wording/lexicon.yaml";
  public static final String WORDING_FLAGS = "wording/flags.yaml";
  public static final String WORDING_SLANG = "wording/slang.yaml";
  public static final String WORDING_CUES = "wording/cues.yaml";
  public static final String WORDING_THRESHOLDS = "wording/thresholds.yaml";

  /** Required files of a conversation. */
  public static final List<String> FILES =
      List.of(
          CONVERSATION,
          FACTS,
          OUTCOMES,
          TOPICS,
          SOURCES,
          PHRASES,
          WORDING_FACTS,
          WORDING_ANSWERS,
          WORDING_TOPICS,
          WORDING_VERBS);

  /** Optional files, which tune language understanding. */
  static final List<String> OPTIONAL =
      List.of(WORDING_LEXICON, WORDING_FLAGS, WORDING_SLANG, WORDING_CUES, WORDING_THRESHOLDS);

  private static final List<String> ALL = Stream.concat(FILES.stream(), OPTIONAL.stream()).toList();

  /** Parses every file. A file that is missing, unknown or not YAML is an issue. */
  public static YamlDocuments of(Map<String, String> texts, Issues issues) {
    Map<String, YamlNode> roots = new ConcurrentHashMap<>();
    // In parallel: the largest file takes as long as all the others together.
    texts.entrySet().parallelStream()
        .filter(file -> isKnown(file.getKey(), issues))
        .forEach(
            file ->
                YamlParser.parse(file.getKey(), file.getValue(), issues)
                    .ifPresent(root -> roots.put(file.getKey(), root)));
    for (String file : FILES) {
      if (!texts.containsKey(file)) {
        issues.add(
            new SourceLocation(file, 1), "The file is missing.", "Add it, or correct its name.");
      }
    }
    return new YamlDocuments(Map.copyOf(roots));
  }

  private static boolean isKnown(String file, Issues issues) {
    boolean known = ALL.contains(file);
    if (!known) {
      issues.add(
          new SourceLocation(file, 1),
          "The file is no part of a conversation.",
          ClosestName.suggestion(ALL, file, "Take it out of the folder."));
    }
    return known;
  }

  /**
   * Returns true when every required file was parsed, so that references between files can be
   * checked.
   */
  public boolean complete() {
    return roots.keySet().containsAll(FILES);
  }

  /** Returns the tree of a file, or an empty mapping when the file has none. */
  public YamlNode root(String file) {
    YamlNode root = roots.get(file);
    return root == null ? new Entries(new SourceLocation(file, 1), Map.of()) : root;
  }

  public boolean has(String file) {
    return roots.containsKey(file);
  }

  /** Returns the same trees with every text transformed. */
  public YamlDocuments map(UnaryOperator<String> change) {
    return new YamlDocuments(OrderedMaps.mapValues(roots, root -> root.map(change)));
  }

  /** Returns every text of the main files, without the phrases and the wording. */
  public Stream<Scalar> texts() {
    return Stream.of(CONVERSATION, FACTS, OUTCOMES, TOPICS, SOURCES)
        .flatMap(file -> root(file).scalars());
  }

  /** Finds the node at a path of keys and list indexes. */
  public Optional<YamlNode> find(String file, String... path) {
    Optional<YamlNode> at = Optional.of(root(file));
    for (String step : path) {
      at = at.flatMap(node -> node.child(step)).map(Entry::value);
    }
    return at;
  }

  /** Returns the location of the node at a path, or of its closest existing ancestor. */
  public SourceLocation locate(String file, String... path) {
    Entry at = new Entry(root(file).at(), root(file));
    for (String step : path) {
      Optional<Entry> next = at.value().child(step);
      if (next.isEmpty()) {
        return at.at();
      }
      at = next.get();
    }
    return at.at();
  }
}
