package backtalk.loader.yaml;

import backtalk.loader.ConversationFolder;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Parses the text of one YAML file into a tree with source locations. */
public final class YamlParser {
  private static final Pattern CUTTING_COMMENT = Pattern.compile("^ #[\\p{L}\\p{N}].*");

  private static final int MAX_NESTING = 32;
  private static final int MAX_ALIASES = 16;

  private final String file;
  private final List<String> lines;
  private final Issues issues;

  private YamlParser(String file, List<String> lines, Issues issues) {
    this.file = file;
    this.lines = lines;
    this.issues = issues;
  }

  public static Optional<YamlNode> parse(String file, String text, Issues issues) {
    try {
      return new YamlParser(file, text.lines().toList(), issues).compose(text);
    } catch (YAMLException e) {
      new YamlErrorExplainer(file, text, issues).report(e);
      return Optional.empty();
    }
  }

  private Optional<YamlNode> compose(String text) {
    Optional<org.yaml.snakeyaml.nodes.Node> root =
        Optional.ofNullable(new Yaml(limits()).compose(new StringReader(text)));
    if (root.isEmpty()) {
      issues.add(
          new SourceLocation(file, 1),
          "The file is empty.",
          "Fill it, or take it back from a copy.");
    }
    return root.map(this::located);
  }

  /** Returns limits that keep a hostile file from taking all memory or time. */
  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Math.toIntExact(ConversationFolder.MAX_FILE_BYTES));
    options.setNestingDepthLimit(MAX_NESTING);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    return options;
  }

  private YamlNode located(org.yaml.snakeyaml.nodes.Node node) {
    SourceLocation at = location(node.getStartMark());
    if (node.getAnchor() != null || !node.getTag().startsWith(Tag.PREFIX)) {
      issues.add(
          at,
          "A text that begins with '&' or '!' means something else in YAML.",
          "Put the whole text in double quotes.");
      return new Scalar(at, "?");
    }
    return switch (node) {
      case MappingNode mapping -> entries(at, mapping);
      case SequenceNode list -> items(at, list);
      case ScalarNode scalar -> scalar(at, scalar);
      default -> throw new IllegalStateException("no such node: " + node.getNodeId());
    };
  }

  private Items items(SourceLocation at, SequenceNode list) {
    return new Items(at, list.getValue().stream().map(this::located).toList());
  }

  private Scalar scalar(SourceLocation at, ScalarNode scalar) {
    if (scalar.getScalarStyle() == ScalarStyle.PLAIN && isCutByComment(scalar.getEndMark())) {
      issues.add(
          location(scalar.getEndMark()),
          "The text ends at '#': what follows is read as a comment.",
          "Put the whole text in double quotes, or leave a space after '#'.");
    }
    return new Scalar(at, scalar.getValue());
  }

  private boolean isCutByComment(Mark end) {
    if (end.getLine() >= lines.size()) {
      return false;
    }
    String line = lines.get(end.getLine());
    int column = line.offsetByCodePoints(0, Math.min(end.getColumn(), line.length()));
    return CUTTING_COMMENT.matcher(line.substring(column)).matches();
  }

  private Entries entries(SourceLocation at, MappingNode mapping) {
    Map<String, Entry> map = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      add(map, tuple);
    }
    return new Entries(at, OrderedMaps.copy(map));
  }

  private void add(Map<String, Entry> map, NodeTuple tuple) {
    SourceLocation at = location(tuple.getKeyNode().getStartMark());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      issues.add(at, "A list or a group stands where a key belongs.", quoteIt());
      return;
    }
    Entry first = map.putIfAbsent(key.getValue(), new Entry(at, located(tuple.getValueNode())));
    if (first != null) {
      issues.add(
          at,
          "'" + key.getValue() + "' is here twice; the first is on line " + first.at().line() + ".",
          "Keep one of them.");
    }
  }

  private static String quoteIt() {
    return "Put texts that hold '{' or '[' in double quotes.";
  }

  private SourceLocation location(Mark mark) {
    return new SourceLocation(file, mark.getLine() + 1);
  }
}
