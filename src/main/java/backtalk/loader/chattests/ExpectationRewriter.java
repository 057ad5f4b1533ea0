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

/** Rewrites texts that tests expect in the author's own file, and leaves every other byte alone. */
public final class ExpectationRewriter {
  private static final String MARK = "\uFEFF";

  private final String file;
  private final String text;

  private ExpectationRewriter(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Rewrites the file that holds these tests, as a whole.
   *
   * @param folder where the conversation's files are
   * @param file path below it, of which all the tests are
   * @return what was done, in the order of the file; nothing at all where the file is not any more
   *     as it was when the tests were read
   * @throws UncheckedIOException where the file cannot be read or written; it is then as it was
   */
  public static List<TextReplacement.Done> rewrite(
      Path folder, String file, List<TextReplacement> rewrites) {
    Path path = folder.resolve(file);
    String all = read(path);
    String mark = all.startsWith(MARK) ? MARK : "";
    ExpectationRewriter texts = new ExpectationRewriter(file, all.substring(mark.length()));
    List<Edit> edits = texts.edits(rewrites);
    String edited = texts.edited(edits);
    if (edits.size() < rewrites.size() || !new ExpectationRewriter(file, edited).reads(rewrites)) {
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

  /** A stretch of the file, and what takes its place. */
  private record Edit(int from, int to, String written, TextReplacement.Done done) {}

  private List<Edit> edits(List<TextReplacement> rewrites) {
    Optional<Node> root = root();
    List<Edit> edits = new ArrayList<>();
    for (TextReplacement textReplacement : rewrites) {
      root.flatMap(node -> scalar(node, textReplacement))
          .filter(scalar -> scalar.getValue().equals(old(textReplacement)))
          .ifPresent(scalar -> edits.add(edit(scalar, textReplacement)));
    }
    edits.sort(Comparator.comparingInt(Edit::from));
    return edits;
  }

  private Edit edit(ScalarNode scalar, TextReplacement textReplacement) {
    int from = offset(scalar.getStartMark().getIndex());
    int to = offset(scalar.getEndMark().getIndex());
    // A block of lines ends behind its last line break, which stays.
    String written = text.substring(from, to).stripTrailing();
    SourceLocation at = new SourceLocation(file, scalar.getStartMark().getLine() + 1);
    return new Edit(
        from,
        from + written.length(),
        YamlQuoting.written(textReplacement.text(), scalar.getScalarStyle())
            + comment(scalar, written),
        new TextReplacement.Done(
            at, textReplacement.key(), old(textReplacement), textReplacement.text()));
  }

  /** The comment at the head of a block of lines; any other text ends before its comment. */
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

  private String edited(List<Edit> edits) {
    StringBuilder edited = new StringBuilder(text);
    List<Edit> backwards = new ArrayList<>(edits);
    Collections.reverse(backwards);
    backwards.forEach(edit -> edited.replace(edit.from(), edit.to(), edit.written()));
    return edited.toString();
  }

  /** True when all of these stand in the file, as a reader finds them. */
  private boolean reads(List<TextReplacement> rewrites) {
    Optional<Node> root = root();
    return rewrites.stream()
        .allMatch(
            textReplacement ->
                root.flatMap(node -> scalar(node, textReplacement))
                    .filter(scalar -> scalar.getValue().equals(textReplacement.text()))
                    .isPresent());
  }

  private Optional<Node> root() {
    try {
      return Optional.ofNullable(new Yaml().compose(new StringReader(text)));
    } catch (YAMLException e) {
      return Optional.empty();
    }
  }

  private static String old(TextReplacement textReplacement) {
    return textReplacement.test().steps().get(textReplacement.step())
            instanceof ChatTest.Step.Bot bot
        ? textReplacement.key().of(bot.expected().said()).get(textReplacement.index())
        : "";
  }

  private static Optional<ScalarNode> scalar(Node root, TextReplacement textReplacement) {
    return value(root, textReplacement.test().name())
        .flatMap(steps -> item(steps, textReplacement.step()))
        .flatMap(step -> value(step, "bot"))
        .flatMap(bot -> value(bot, textReplacement.key().word()))
        .flatMap(texts -> item(texts, textReplacement.index()))
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

  /** The item of a list; a single text counts as a list of one. */
  private static Optional<Node> item(Node node, int index) {
    return switch (node) {
      case SequenceNode list when index < list.getValue().size() ->
          Optional.of(list.getValue().get(index));
      case ScalarNode scalar when index == 0 -> Optional.of(scalar);
      default -> Optional.empty();
    };
  }
}
