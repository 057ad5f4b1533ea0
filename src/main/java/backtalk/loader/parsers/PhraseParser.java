package backtalk.loader.parsers;

import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.PhoneNumbers;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Map;

/** Parses phrases.yaml: texts by id. */
public final class PhraseParser {
  private final PhoneNumbers phoneNumbers;
  private final Issues issues;

  public PhraseParser(PhoneNumbers phoneNumbers, Issues issues) {
    this.phoneNumbers = phoneNumbers;
    this.issues = issues;
  }

  /** Returns the phrases, with the telephone numbers filled in. */
  public Map<String, String> read(YamlNode root) {
    return OrderedMaps.mapEntries(MappingReader.group("The file", root, issues), this::phrase);
  }

  private String phrase(String id, Entry entry) {
    if (entry.value() instanceof Scalar(SourceLocation at, String text) && !text.isBlank()) {
      return phoneNumbers.fill(text);
    }
    issues.add(
        entry.at(),
        "Phrase '" + id + "' is " + entry.value().kind() + " where a text belongs.",
        "Write a text in double quotes.");
    return "";
  }
}
