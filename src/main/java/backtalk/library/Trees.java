package backtalk.library;

import backtalk.library.Node.Entries;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Items;
import backtalk.library.Node.Scalar;
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
record Trees(Map<String, Node> roots) {
  static final String CONVERSATION = "conversation.yaml";
  static final String FACTS = "facts.yaml";
  static final String OUTCOMES = "outcomes.yaml";
  static final String TOPICS = "topics.yaml";
  static final String SOURCES = "sources.yaml";
  static final String PHRASES = "phrases.yaml";
  static final String SAID_FACTS = "wording/facts.yaml";
  static final String SAID_ANSWERS = "wording/answers.yaml";
  static final String SAID_TOPICS = "wording/topics.yaml";
  static final String SAID_VERBS = "wording/verbs.yaml";
  static final String SAID_LEXICON = "wording/lexicon.yaml";
  static final String SAID_FLAGS = "wording/flags.yaml";
  static final String SAID_SLANG = "wording/slang.yaml";
  static final String SAID_CUES = "wording/cues.yaml";
  static final String SAID_THRESHOLDS = "wording/thresholds.yaml";

  /** The files of a conversation, all of which must be there. */
  static final List<String> FILES =
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
  static Trees of(Folder folder, Issues issues) {
    // Side by side: the large files take as long as all the others.
    List<Optional<Node>> parsed =
        ALL.parallelStream().map(file -> parsed(file, folder, issues)).toList();
    Map<String, Node> roots = new LinkedHashMap<>();
    for (int i = 0; i < parsed.size(); i++) {
      String file = ALL.get(i);
      parsed.get(i).ifPresent(root -> roots.put(file, root));
    }
    folder.texts().keySet().forEach(file -> reportStranger(file, issues));
    return new Trees(Ordered.copy(roots));
  }

  private static Optional<Node> parsed(String file, Folder folder, Issues issues) {
    String text = folder.texts().get(file);
    if (text == null) {
      reportMissing(file, issues);
      return Optional.empty();
    }
    return YamlTree.parse(file, text, issues);
  }

  private static void reportMissing(String file, Issues issues) {
    if (FILES.contains(file)) {
      issues.add(new Spot(file, 1), "The file is missing.", "Add it, or correct its name.");
    }
  }

  private static void reportStranger(String file, Issues issues) {
    if (!ALL.contains(file)) {
      issues.add(
          new Spot(file, 1),
          "The file is no part of a conversation.",
          DidYouMean.oneOf(ALL, file, "Take it out of the folder."));
    }
  }

  /** True when every file could be read, so that what one says of another can be checked. */
  boolean complete() {
    return roots.keySet().containsAll(FILES);
  }

  /** The tree of a file; without one, an empty group. */
  Node root(String file) {
    Node root = roots.get(file);
    return root == null ? new Entries(new Spot(file, 1), Map.of()) : root;
  }

  boolean has(String file) {
    return roots.containsKey(file);
  }

  /** The same trees with every text changed. */
  Trees map(UnaryOperator<String> change) {
    return new Trees(Ordered.mapped(roots, root -> root.map(change)));
  }

  /** What stands below these keys (an index for an item of a list), if anything does. */
  Optional<Node> find(String file, String... path) {
    Optional<Node> at = Optional.of(root(file));
    for (String step : path) {
      at = at.flatMap(node -> below(node, step)).map(Entry::value);
    }
    return at;
  }

  /** Where that stands, or the nearest thing above it that is there. */
  Spot spot(String file, String... path) {
    Node at = root(file);
    Spot spot = at.at();
    for (String step : path) {
      Optional<Entry> next = below(at, step);
      if (next.isEmpty()) {
        return spot;
      }
      at = next.get().value();
      spot = next.get().at();
    }
    return spot;
  }

  private static Optional<Entry> below(Node node, String step) {
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
