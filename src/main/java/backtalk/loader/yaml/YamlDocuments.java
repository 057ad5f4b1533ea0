package backtalk.loader.yaml;

import backtalk.loader.ConversationFolder;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.Suggestion;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  public static YamlDocuments of(ConversationFolder folder, Issues issues) {
    // In parallel: the largest file takes as long as all the others together.
    List<Optional<YamlNode>> parsed =
        ALL.parallelStream().map(file -> parsed(file, folder, issues)).toList();
    Map<String, YamlNode> roots = new LinkedHashMap<>();
    for (int i = 0; i < parsed.size(); i++) {
      String file = ALL.get(i);
      parsed.get(i).ifPresent(root -> roots.put(file, root));
    }
    folder.texts().keySet().forEach(file -> reportUnknown(file, issues));
    return new YamlDocuments(OrderedMaps.copy(roots));
  }

  private static Optional<YamlNode> parsed(String file, ConversationFolder folder, Issues issues) {
    String text = folder.texts().get(file);
    if (text == null) {
      reportMissing(file, issues);
      return Optional.empty();
    }
    return YamlParser.parse(file, text, issues);
  }

  private static void reportMissing(String file, Issues issues) {
    if (FILES.contains(file)) {
      issues.add(
          new SourceLocation(file, 1), "The file is missing.", "Add it, or correct its name.");
    }
  }

  private static void reportUnknown(String file, Issues issues) {
    if (!ALL.contains(file)) {
      issues.add(
          new SourceLocation(file, 1),
          "The file is no part of a conversation.",
          Suggestion.oneOf(ALL, file, "Take it out of the folder."));
    }
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

  /** Finds the node at a path of keys and list indexes. */
  public Optional<YamlNode> find(String file, String... path) {
    Optional<YamlNode> at = Optional.of(root(file));
    for (String step : path) {
      at = at.flatMap(node -> child(node, step)).map(Entry::value);
    }
    return at;
  }

  /** Returns the location of the node at a path, or of its closest existing ancestor. */
  public SourceLocation locate(String file, String... path) {
    YamlNode at = root(file);
    SourceLocation location = at.at();
    for (String step : path) {
      Optional<Entry> next = child(at, step);
      if (next.isEmpty()) {
        return location;
      }
      at = next.get().value();
      location = next.get().at();
    }
    return location;
  }

  private static Optional<Entry> child(YamlNode node, String step) {
    return switch (node) {
      case Entries entries -> Optional.ofNullable(entries.map().get(step));
      case Items items -> item(items, Integer.parseInt(step));
      case Scalar scalar -> Optional.empty();
    };
  }

  private static Optional<Entry> item(Items items, int index) {
    return index < items.nodes().size()
        ? Optional.of(new Entry(items.nodes().get(index).at(), items.nodes().get(index)))
        : Optional.empty();
  }
}
