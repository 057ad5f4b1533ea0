package backtalk.proof;

import java.util.List;

/** A transition in a picture of the machine: from one node's id to another's, and when. */
public record Arrow(String from, String to, List<String> lines, boolean untested) {
  public Arrow {
    lines = List.copyOf(lines);
  }
}
