package backtalk.proof.diagram;

import java.util.List;

/** Represents a transition in a diagram: the ids of two nodes, and the lines of its label. */
public record DiagramEdge(String from, String to, List<String> lines, boolean untested) {
  public DiagramEdge {
    lines = List.copyOf(lines);
  }
}
