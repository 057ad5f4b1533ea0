package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads lists of phrases. A list that is missing or empty is an issue. */
public final class PhraseListReader {
  private final Issues issues;

  public PhraseListReader(Issues issues) {
    this.issues = issues;
  }

  public Map<String, List<String>> read(Map<String, Entry> group) {
    return OrderedMaps.mapEntries(group, this::phrases);
  }

  public List<String> phrases(String id, Entry entry) {
    if (entry.value() instanceof Items(SourceLocation at, List<YamlNode> nodes)
        && !nodes.isEmpty()) {
      List<String> phrases = new ArrayList<>();
      nodes.forEach(node -> phrases.add(phrase(node)));
      return List.copyOf(phrases);
    }
    issues.add(entry.at(), "'" + id + "' has no list of phrases.", "Write [\"one\", \"another\"].");
    return List.of();
  }

  private String phrase(YamlNode node) {
    if (node instanceof Scalar(SourceLocation at, String text) && !text.isBlank()) {
      return text;
    }
    issues.add(
        node.at(),
        "Here is " + node.kind() + " where a phrase belongs.",
        "Write a text in quotes.");
    return "";
  }
}
