package backtalk.proof.diagram;

/** Defines the shapes of nodes, with their notation in Mermaid and in DOT. */
enum NodeShape {
  CIRCLE("((", "))", "circle"),
  PARALLELOGRAM("[/", "/]", "parallelogram"),
  BOX("[", "]", "box"),
  HEXAGON("{{", "}}", "hexagon"),
  /** A box with round corners, which DOT sets by a style. */
  ROUNDED("([", "])", "box");

  final String open;
  final String close;
  final String dot;

  NodeShape(String open, String close, String dot) {
    this.open = open;
    this.close = close;
    this.dot = dot;
  }
}
