package backtalk.library;

import backtalk.library.Node.Entry;
import backtalk.library.Node.Items;
import backtalk.library.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of phrases, one by one or by key. */
final class PhraseLists {
  private final Issues issues;

  PhraseLists(Issues issues) {
    this.issues = issues;
  }

  Map<String, List<String>> read(Map<String, Entry> group) {
    return Ordered.keyed(group, this::phrases);
  }

  List<String> phrases(String id, Entry entry) {
    if (entry.value() instanceof Items(Spot at, List<Node> nodes) && !nodes.isEmpty()) {
      List<String> phrases = new ArrayList<>();
      nodes.forEach(node -> phrases.add(phrase(node)));
      return List.copyOf(phrases);
    }
    issues.add(entry.at(), "'" + id + "' has no list of phrases.", "Write [\"one\", \"another\"].");
    return List.of();
  }

  private String phrase(Node node) {
    if (node instanceof Scalar(Spot at, String text) && !text.isBlank()) {
      return text;
    }
    issues.add(
        node.at(),
        "Here is " + node.kind() + " where a phrase belongs.",
        "Write a text in quotes.");
    return "";
  }
}
