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
 * The files of a folder as trees.
 *
 * @param roots path of the file to its tree, without the files that are missing or no YAML
 */
public record YamlDocuments(Map<String, YamlNode> roots) {
  public static final String CONVERSATION = "conversation.yaml";
  public static final String FACTS = "facts.yaml";
  public static final String OUTCOMES = "outcomes.yaml";
  public static final String TOPICS = "topics.yaml";
  public static final String SOURCES = "sources.yaml";
  public static final String PHRASES = "phrases.yaml";
  public static final String SAID_FACTS = "wording/facts.yaml";
  public static final String SAID_ANSWERS = "wording/answers.yaml";
  public static final String SAID_TOPICS = "wording/topics.yaml";
  public static final String SAID_VERBS = "wording/verbs.yaml";
  public static final String SAID_LEXICON = "wording/lexicon.yaml";
  public static final String SAID_FLAGS = "wording/flags.yaml";
  public static final String SAID_SLANG = "wording/slang.yaml";
  public static final String SAID_CUES = "wording/cues.yaml";
  public static final String SAID_THRESHOLDS = "wording/thresholds.yaml";

  /** The files of a conversation, all of which must be there. */
  public static final List<String> FILES =
      List.of(
          CONVERSATION,
          FACTS,
          OUTCOMES,
          TOPICS,
          SOURCES,
          PHRASES,
          SAID_FACTS,
          SAID_ANSWERS,
          SAID_TOPICS,
          SAID_VERBS);

  /** What the ears are tuned by; a conversation may do without. */
  static final List<String> OPTIONAL =
      List.of(SAID_LEXICON, SAID_FLAGS, SAID_SLANG, SAID_CUES, SAID_THRESHOLDS);

  private static final List<String> ALL = Stream.concat(FILES.stream(), OPTIONAL.stream()).toList();

  /** Parses every file; one that is missing, strange or no YAML is an issue. */
  public static YamlDocuments of(ConversationFolder folder, Issues issues) {
    // Side by side: the large files take as long as all the others.
    List<Optional<YamlNode>> parsed =
        ALL.parallelStream().map(file -> parsed(file, folder, issues)).toList();
    Map<String, YamlNode> roots = new LinkedHashMap<>();
    for (int i = 0; i < parsed.size(); i++) {
      String file = ALL.get(i);
      parsed.get(i).ifPresent(root -> roots.put(file, root));
    }
    folder.texts().keySet().forEach(file -> reportStranger(file, issues));
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

  private static void reportStranger(String file, Issues issues) {
    if (!ALL.contains(file)) {
      issues.add(
          new SourceLocation(file, 1),
          "The file is no part of a conversation.",
          Suggestion.oneOf(ALL, file, "Take it out of the folder."));
    }
  }

  /** True when every file could be read, so that what one says of another can be checked. */
  public boolean complete() {
    return roots.keySet().containsAll(FILES);
  }

  /** The tree of a file; without one, an empty group. */
  public YamlNode root(String file) {
    YamlNode root = roots.get(file);
    return root == null ? new Entries(new SourceLocation(file, 1), Map.of()) : root;
  }

  public boolean has(String file) {
    return roots.containsKey(file);
  }

  /** The same trees with every text changed. */
  public YamlDocuments map(UnaryOperator<String> change) {
    return new YamlDocuments(OrderedMaps.mapped(roots, root -> root.map(change)));
  }

  /** What stands below these keys (an index for an item of a list), if anything does. */
  public Optional<YamlNode> find(String file, String... path) {
    Optional<YamlNode> at = Optional.of(root(file));
    for (String step : path) {
      at = at.flatMap(node -> below(node, step)).map(Entry::value);
    }
    return at;
  }

  /** Where that stands, or the nearest thing above it that is there. */
  public SourceLocation spot(String file, String... path) {
    YamlNode at = root(file);
    SourceLocation location = at.at();
    for (String step : path) {
      Optional<Entry> next = below(at, step);
      if (next.isEmpty()) {
        return location;
      }
      at = next.get().value();
      location = next.get().at();
    }
    return location;
  }

  private static Optional<Entry> below(YamlNode node, String step) {
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
