package backtalk.proof.diagram;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a picture in the language of Mermaid, which GitHub draws. */
public final class MermaidWriter {
  private static final Pattern BREAK = Pattern.compile("\\R");

  /** What Mermaid, or the Markdown in its labels, takes for more than a letter. */
  private static final Pattern ODD =
      Pattern.compile(
          "[\"#&<>`*_~\\\\%|\\[\\]{}\\p{Cntrl}]|\\$(?=\\$)|:(?!\\s|$)|^[-+=]|(?<=^\\d{1,9})[.)]");

  /** A space without a width, between two dollars: else a formula begins, escaped or not. */
  private static final String NOTHING = "#8203;";

  private static final String DASHED =
      "stroke:" + NodeStyle.UNTESTED + ",stroke-width:3px,stroke-dasharray:6 4";

  private MermaidWriter() {}

  /** The picture, line by line. */
  public static String of(Diagram diagram) {
    return Stream.of(
            Stream.of("flowchart TD"),
            diagram.nodes().stream().map(MermaidWriter::node),
            diagram.arrows().stream().map(MermaidWriter::arrow),
            diagram.nodes().stream()
                .map(NodeStyle::of)
                .distinct()
                .sorted()
                .map(MermaidWriter::paint),
            dashed(diagram))
        .flatMap(some -> some)
        .map(line -> line + "\n")
        .collect(Collectors.joining("  "));
  }

  private static String node(DiagramNode node) {
    String label = "\"" + label(node.lines()) + "\"";
    String shape =
        switch (node) {
          case DiagramNode.Start start -> "((" + label + "))";
          case DiagramNode.AtEveryMoment always -> "[/" + label + "/]";
          case DiagramNode.Asks asks -> "[" + label + "]";
          case DiagramNode.Weighs weighs -> "{{" + label + "}}";
          case DiagramNode.Ends ends -> "([" + label + "])";
          case DiagramNode.Legend legend -> "[" + label + "]";
        };
    return node.id() + shape + ":::" + NodeStyle.of(node).id();
  }

  private static String arrow(DiagramEdge edge) {
    String label = edge.lines().isEmpty() ? " " : "|\"" + label(edge.lines()) + "\"| ";
    return edge.from() + (edge.untested() ? " -.->" : " -->") + label + edge.to();
  }

  private static String paint(NodeStyle nodeStyle) {
    return "classDef %s fill:%s,stroke:%s,color:%s"
        .formatted(nodeStyle.id(), nodeStyle.ground(), nodeStyle.edge(), nodeStyle.words());
  }

  private static Stream<String> dashed(Diagram diagram) {
    Stream<String> nodes = nodes(diagram).map(ids -> "class " + ids + " untested");
    Stream<String> arrows = arrows(diagram).map(which -> "linkStyle " + which + " " + DASHED);
    List<String> uses = Stream.concat(nodes, arrows).toList();
    return uses.isEmpty()
        ? Stream.of()
        : Stream.concat(Stream.of("classDef untested " + DASHED), uses.stream());
  }

  private static Stream<String> nodes(Diagram diagram) {
    return listed(diagram.nodes().stream().filter(DiagramNode::untested).map(DiagramNode::id));
  }

  private static Stream<String> arrows(Diagram diagram) {
    Predicate<Integer> untested = i -> diagram.arrows().get(i).untested();
    return listed(
        IntStream.range(0, diagram.arrows().size()).boxed().filter(untested).map(String::valueOf));
  }

  /** All of them in one text; none at all where there are none. */
  private static Stream<String> listed(Stream<String> some) {
    return Stream.of(some.collect(Collectors.joining(","))).filter(text -> !text.isEmpty());
  }

  private static String label(List<String> lines) {
    return lines.stream().map(MermaidWriter::escaped).collect(Collectors.joining("<br/>"));
  }

  /** The text as a label that shows just these letters; its own line breaks stay. */
  static String escaped(String text) {
    return BREAK.splitAsStream(text).map(MermaidWriter::plain).collect(Collectors.joining("<br/>"));
  }

  private static String plain(String line) {
    return ODD.matcher(line).replaceAll(odd -> entity(odd.group().charAt(0)));
  }

  private static String entity(char letter) {
    String entity = Character.isISOControl(letter) ? " " : "#" + (int) letter + ";";
    return letter == '$' ? entity + NOTHING : entity;
  }
}
