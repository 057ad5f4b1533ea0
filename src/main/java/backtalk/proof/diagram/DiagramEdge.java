package backtalk.proof.diagram;

import java.util.List;

/** A transition in a picture of the machine: from one node's id to another's, and when. */
public record DiagramEdge(String from, String to, List<String> lines, boolean untested) {
  public DiagramEdge {
    lines = List.copyOf(lines);
  }
}
