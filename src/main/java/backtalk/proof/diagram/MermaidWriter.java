package backtalk.proof.diagram;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a diagram in Mermaid, which GitHub renders. */
public final class MermaidWriter {
  private static final Pattern BREAK = Pattern.compile("\\R");

  /** Matches characters that Mermaid, or the Markdown in its labels, reads as syntax. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[\"#&<>`*_~\\\\%|\\[\\]{}\\p{Cntrl}]|\\$(?=\\$)|:(?!\\s|$)|^[-+=]|(?<=^\\d{1,9})[.)]");

  /** Zero-width space between two dollar signs, which would begin a formula even when escaped. */
  private static final String ZERO_WIDTH_SPACE = "#8203;";

  private static final String DASHED =
      "stroke:" + NodeColours.UNTESTED + ",stroke-width:3px,stroke-dasharray:6 4";

  private MermaidWriter() {}

  public static String of(Diagram diagram) {
    return Stream.of(
            Stream.of("flowchart TD"),
            diagram.nodes().stream().map(MermaidWriter::node),
            diagram.edges().stream().map(MermaidWriter::edge),
            diagram.nodes().stream()
                .map(Diagram.Node::colours)
                .distinct()
                .sorted()
                .map(MermaidWriter::classDefinition),
            dashed(diagram))
        .flatMap(some -> some)
        .map(line -> line + "\n")
        .collect(Collectors.joining("  "));
  }

  private static String node(Diagram.Node node) {
    String label = "\"" + label(node.lines()) + "\"";
    return node.id() + node.shape().open + label + node.shape().close + ":::" + node.colours().id();
  }

  private static String edge(Diagram.Edge edge) {
    String label = edge.lines().isEmpty() ? " " : "|\"" + label(edge.lines()) + "\"| ";
    return edge.from() + (edge.untested() ? " -.->" : " -->") + label + edge.to();
  }

  private static String classDefinition(NodeColours colours) {
    return "classDef %s fill:%s,stroke:%s,color:%s"
        .formatted(colours.id(), colours.fill, colours.border, colours.text);
  }

  private static Stream<String> dashed(Diagram diagram) {
    Stream<String> nodes = nodes(diagram).map(ids -> "class " + ids + " untested");
    Stream<String> edges = edges(diagram).map(indexes -> "linkStyle " + indexes + " " + DASHED);
    List<String> uses = Stream.concat(nodes, edges).toList();
    return uses.isEmpty()
        ? Stream.of()
        : Stream.concat(Stream.of("classDef untested " + DASHED), uses.stream());
  }

  private static Stream<String> nodes(Diagram diagram) {
    return listed(diagram.nodes().stream().filter(Diagram.Node::untested).map(Diagram.Node::id));
  }

  private static Stream<String> edges(Diagram diagram) {
    Predicate<Integer> untested = i -> diagram.edges().get(i).untested();
    return listed(
        IntStream.range(0, diagram.edges().size()).boxed().filter(untested).map(String::valueOf));
  }

  /** Joins texts by commas; empty when there are none. */
  private static Stream<String> listed(Stream<String> some) {
    return Stream.of(some.collect(Collectors.joining(","))).filter(text -> !text.isEmpty());
  }

  private static String label(List<String> lines) {
    return lines.stream().map(MermaidWriter::escaped).collect(Collectors.joining("<br/>"));
  }

  /** Escapes a text, so that a label shows exactly its characters. Line breaks stay. */
  static String escaped(String text) {
    return BREAK.splitAsStream(text).map(MermaidWriter::plain).collect(Collectors.joining("<br/>"));
  }

  private static String plain(String line) {
    return SPECIAL.matcher(line).replaceAll(special -> entity(special.group().charAt(0)));
  }

  private static String entity(char letter) {
    String entity = Character.isISOControl(letter) ? " " : "#" + (int) letter + ";";
    return letter == '$' ? entity + ZERO_WIDTH_SPACE : entity;
  }
}
