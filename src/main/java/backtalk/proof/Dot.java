package backtalk.proof;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a picture in DOT, the language of Graphviz. */
public final class Dot {
  private static final String FONT = "fontname=\"Helvetica,Arial,sans-serif\"";

  private Dot() {}

  /** The picture, line by line. */
  public static String of(Picture picture) {
    return Stream.of(
            Stream.of(
                "digraph machine {",
                "  graph [rankdir=TB, bgcolor=white, nodesep=0.4, ranksep=0.6]",
                "  node [style=filled, " + FONT + "]",
                "  edge [fontsize=11, " + FONT + "]"),
            picture.nodes().stream().map(Dot::node),
            picture.arrows().stream().map(Dot::arrow),
            Stream.of("}"))
        .flatMap(some -> some)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String node(Node node) {
    Paint paint = Paint.of(node);
    return "  %s [label=%s, shape=%s, fillcolor=\"%s\", color=\"%s\", fontcolor=\"%s\"%s]"
        .formatted(
            node.id(),
            label(node.lines()),
            shape(node),
            paint.ground(),
            node.untested() ? Paint.UNTESTED : paint.edge(),
            paint.words(),
            style(node));
  }

  private static String shape(Node node) {
    return switch (node) {
      case Node.Start start -> "circle";
      case Node.AtEveryMoment always -> "parallelogram";
      case Node.Asks asks -> "box";
      case Node.Weighs weighs -> "hexagon";
      case Node.Ends ends -> "box";
      case Node.Legend legend -> "box";
    };
  }

  private static String style(Node node) {
    String round = node instanceof Node.Ends ? "rounded," : "";
    String dashed = node.untested() ? "dashed," : "";
    String wide = node.untested() ? ", penwidth=3" : "";
    return ", style=\"" + round + dashed + "filled\"" + wide;
  }

  private static String arrow(Arrow arrow) {
    List<String> attributes =
        Stream.of(
                words(arrow.lines()),
                arrow.untested()
                    ? "style=dashed, penwidth=2, color=\"" + Paint.UNTESTED + "\""
                    : "")
            .filter(text -> !text.isEmpty())
            .toList();
    String all = attributes.isEmpty() ? "" : " [" + String.join(", ", attributes) + "]";
    return "  " + arrow.from() + " -> " + arrow.to() + all;
  }

  /** Of several lines, each begins at the left. */
  private static String words(List<String> lines) {
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
    return "\"" + lines.stream().map(Dot::escaped).collect(Collectors.joining("\\n")) + "\"";
  }

  /** The text as a label that shows just these letters; its own line breaks stay. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
