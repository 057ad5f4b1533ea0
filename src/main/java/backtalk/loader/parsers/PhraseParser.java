package backtalk.loader.parsers;

import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;

/** Parses lists of phrases that people say. */
record PhraseParser(Issues issues) {

  /** Parses a list of phrases for each key. */
  Map<String, List<String>> lists(Map<String, Entry> group) {
    return OrderedMaps.mapEntries(group, this::list);
  }

  /** Parses a list of phrases. A list that is missing or empty is an issue. */
  List<String> list(String id, Entry entry) {
    if (entry.value() instanceof Items items && !items.nodes().isEmpty()) {
      return items.nodes().stream().map(this::phrase).toList();
    }
    issues.add(entry.at(), "'" + id + "' has no list of phrases.", "Write [\"one\", \"another\"].");
    return List.of();
  }

  private String phrase(YamlNode node) {
    if (node instanceof Scalar phrase && !phrase.text().isBlank()) {
      return phrase.text();
    }
    issues.add(
        node.at(),
        "Here is " + node.kind() + " where a phrase belongs.",
        "Write a text in quotes.");
    return "";
  }
}
