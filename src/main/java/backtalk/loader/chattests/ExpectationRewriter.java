package backtalk.loader.chattests;

import backtalk.loader.AtomicFile;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.TextReplacement;
import backtalk.loader.yaml.YamlQuoting;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  private final String file;
  private final String text;

  private ExpectationRewriter(String file, String text) {
    this.file = file;
    this.text = text;
  }

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
    ExpectationRewriter rewriter = new ExpectationRewriter(file, content.substring(mark.length()));
    List<Edit> edits = rewriter.edits(replacements);
    String edited = rewriter.apply(edits);
    if (edits.size() < replacements.size()
        || !new ExpectationRewriter(file, edited).reads(replacements)) {
      return List.of();
    }
    AtomicFile.write(path, mark + edited);
    return edits.stream().map(Edit::done).toList();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** Describes a range of characters and its new text. */
  private record Edit(int from, int to, String written, TextReplacement.Done done) {}

  private List<Edit> edits(List<TextReplacement> replacements) {
    Optional<Node> root = root();
    List<Edit> edits = new ArrayList<>();
    for (TextReplacement replacement : replacements) {
      root.flatMap(node -> scalar(node, replacement))
          .filter(scalar -> scalar.getValue().equals(old(replacement)))
          .ifPresent(scalar -> edits.add(edit(scalar, replacement)));
    }
    edits.sort(Comparator.comparingInt(Edit::from));
    return edits;
  }

  private Edit edit(ScalarNode scalar, TextReplacement replacement) {
    int from = offset(scalar.getStartMark().getIndex());
    int to = offset(scalar.getEndMark().getIndex());
    // A block scalar ends after its last line break, which stays.
    String written = text.substring(from, to).stripTrailing();
    SourceLocation at = new SourceLocation(file, scalar.getStartMark().getLine() + 1);
    return new Edit(
        from,
        from + written.length(),
        YamlQuoting.written(replacement.text(), scalar.getScalarStyle()) + comment(scalar, written),
        new TextReplacement.Done(at, replacement.key(), old(replacement), replacement.text()));
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

  private int offset(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  private String apply(List<Edit> edits) {
    StringBuilder edited = new StringBuilder(text);
    List<Edit> backwards = new ArrayList<>(edits);
    Collections.reverse(backwards);
    backwards.forEach(edit -> edited.replace(edit.from(), edit.to(), edit.written()));
    return edited.toString();
  }

  /** Returns true when a parser reads all the new texts from the file. */
  private boolean reads(List<TextReplacement> replacements) {
    Optional<Node> root = root();
    return replacements.stream()
        .allMatch(
            replacement ->
                root.flatMap(node -> scalar(node, replacement))
                    .filter(scalar -> scalar.getValue().equals(replacement.text()))
                    .isPresent());
  }

  private Optional<Node> root() {
    try {
      return Optional.ofNullable(new Yaml().compose(new StringReader(text)));
    } catch (YAMLException e) {
      return Optional.empty();
    }
  }

  private static String old(TextReplacement replacement) {
    return replacement.test().steps().get(replacement.step()) instanceof ChatTest.Step.Bot bot
        ? replacement.key().of(bot.expected().texts()).get(replacement.index())
        : "";
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
