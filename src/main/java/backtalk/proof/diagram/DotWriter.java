package backtalk.proof.diagram;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a diagram in DOT, the language of Graphviz. */
public final class DotWriter {
  private static final String FONT = "fontname=\"Helvetica,Arial,sans-serif\"";

  private DotWriter() {}

  public static String of(Diagram diagram) {
    return Stream.of(
            Stream.of(
                "digraph machine {",
                "  graph [rankdir=TB, bgcolor=white, nodesep=0.4, ranksep=0.6]",
                "  node [style=filled, " + FONT + "]",
                "  edge [fontsize=11, " + FONT + "]"),
            diagram.nodes().stream().map(DotWriter::node),
            diagram.edges().stream().map(DotWriter::edge),
            Stream.of("}"))
        .flatMap(some -> some)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String node(Diagram.Node node) {
    NodeColours colours = node.colours();
    return "  %s [label=%s, shape=%s, fillcolor=\"%s\", color=\"%s\", fontcolor=\"%s\"%s]"
        .formatted(
            node.id(),
            label(node.lines()),
            node.shape().dot,
            colours.fill,
            node.untested() ? NodeColours.UNTESTED : colours.border,
            colours.text,
            style(node));
  }

  private static String style(Diagram.Node node) {
    String round = node.shape() == Diagram.Shape.ROUNDED ? "rounded," : "";
    String dashed = node.untested() ? "dashed," : "";
    String wide = node.untested() ? ", penwidth=3" : "";
    return ", style=\"" + round + dashed + "filled\"" + wide;
  }

  private static String edge(Diagram.Edge edge) {
    String untested = "style=dashed, penwidth=2, color=\"" + NodeColours.UNTESTED + "\"";
    String attributes =
        Stream.of(labelAttribute(edge.lines()), edge.untested() ? untested : "")
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    String all = attributes.isEmpty() ? "" : " [" + attributes + "]";
    return "  " + edge.from() + " -> " + edge.to() + all;
  }

  /** Returns the label attribute of an edge; several lines are left-aligned. */
  private static String labelAttribute(List<String> lines) {
    return switch (lines.size()) {
      case 0 -> "";
      case 1 -> "label=" + label(lines);
      default ->
          lines.stream()
              .map(line -> escaped(line) + "\\l")
              .collect(Collectors.joining("", "label=\"", "\""));
    };
  }

  private static String label(List<String> lines) {
    return "\"" + lines.stream().map(DotWriter::escaped).collect(Collectors.joining("\\n")) + "\"";
  }

  /** Escapes a text, so that a label shows exactly its characters. Line breaks stay. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
