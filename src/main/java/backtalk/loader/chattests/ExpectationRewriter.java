package backtalk.loader.chattests;

import backtalk.loader.AtomicFile;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlQuoting;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Replaces expected texts in an author's test file, and keeps every other byte. */
public final class ExpectationRewriter {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ExpectationRewriter() {}

  /**
   * Rewrites the file that holds these tests, as a whole.
   *
   * @param folder the conversation's folder
   * @param file path below it, the file of all these tests
   * @return the replacements made, in file order; empty when the file has changed since the tests
   *     were read
   * @throws UncheckedIOException when the file cannot be read or written; it is then unchanged
   */
  public static List<TextReplacement.Done> rewrite(
      Path folder, String file, List<TextReplacement> replacements) {
    Path path = folder.resolve(file);
    String content = read(path);
    String mark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    String text = content.substring(mark.length());
    List<ScalarNode> scalars = scalars(text, replacements);
    if (!values(scalars).equals(replacements.stream().map(TextReplacement::old).toList())) {
      return List.of();
    }
    List<Edit> edits =
        IntStream.range(0, scalars.size())
            .mapToObj(i -> Edit.of(text, scalars.get(i), replacements.get(i)))
            .sorted(Comparator.comparingInt(Edit::from))
            .toList();
    String edited = apply(text, edits);
    List<String> texts = replacements.stream().map(TextReplacement::text).toList();
    if (!values(scalars(edited, replacements)).equals(texts)) {
      return List.of();
    }
    AtomicFile.write(path, mark + edited);
    return edits.stream().map(edit -> edit.done(file)).toList();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** Describes a range of characters and its new text; {@code line} counts from 1. */
  private record Edit(int from, int to, String written, int line, TextReplacement replacement) {

    static Edit of(String text, ScalarNode scalar, TextReplacement replacement) {
      int from = text.offsetByCodePoints(0, scalar.getStartMark().getIndex());
      int to = text.offsetByCodePoints(0, scalar.getEndMark().getIndex());
      // A block scalar ends after its last line break, which stays.
      String old = text.substring(from, to).stripTrailing();
      return new Edit(
          from,
          from + old.length(),
          YamlQuoting.written(replacement.text(), scalar.getScalarStyle()) + comment(scalar, old),
          scalar.getStartMark().getLine() + 1,
          replacement);
    }

    /**
     * Returns the comment in the first line of a block scalar. Any other scalar ends before its
     * comment.
     */
    private static String comment(ScalarNode scalar, String written) {
      String head = written.lines().findFirst().orElse("");
      boolean block =
          scalar.getScalarStyle() == ScalarStyle.LITERAL
              || scalar.getScalarStyle() == ScalarStyle.FOLDED;
      return block && head.contains(" #") ? head.substring(head.indexOf(" #")) : "";
    }

    TextReplacement.Done done(String file) {
      return new TextReplacement.Done(new SourceLocation(file, line), replacement);
    }
  }

  private static String apply(String text, List<Edit> edits) {
    StringBuilder edited = new StringBuilder(text);
    edits.reversed().forEach(edit -> edited.replace(edit.from(), edit.to(), edit.written()));
    return edited.toString();
  }

  private static List<String> values(List<ScalarNode> scalars) {
    return scalars.stream().map(ScalarNode::getValue).toList();
  }

  /** Returns the scalars that hold the expected texts; fewer, where one is not found. */
  private static List<ScalarNode> scalars(String text, List<TextReplacement> replacements) {
    Optional<Node> root = root(text);
    return replacements.stream()
        .flatMap(replacement -> root.flatMap(node -> scalar(node, replacement)).stream())
        .toList();
  }

  private static Optional<Node> root(String text) {
    try {
      return Optional.ofNullable(new Yaml().compose(new StringReader(text)));
    } catch (YAMLException e) {
      return Optional.empty();
    }
  }

  private static Optional<ScalarNode> scalar(Node root, TextReplacement replacement) {
    return value(root, replacement.test().name())
        .flatMap(steps -> item(steps, replacement.step()))
        .flatMap(step -> value(step, "bot"))
        .flatMap(bot -> value(bot, replacement.key().word()))
        .flatMap(texts -> item(texts, replacement.index()))
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast);
  }

  private static Optional<Node> value(Node node, String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(
                tuple ->
                    tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
            .map(NodeTuple::getValueNode)
            .findFirst()
        : Optional.empty();
  }

  /** Returns an item of a list; a single text counts as a list of one. */
  private static Optional<Node> item(Node node, int index) {
    return switch (node) {
      case SequenceNode list when index < list.getValue().size() ->
          Optional.of(list.getValue().get(index));
      case ScalarNode scalar when index == 0 -> Optional.of(scalar);
      default -> Optional.empty();
    };
  }
}
