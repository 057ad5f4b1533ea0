package backtalk.loader.parsers;

import backtalk.loader.ClosestName;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;

/**
 * Holds the telephone numbers of one country, and fills them into texts.
 *
 * @param texts from placeholder to number: {@code emergency-number}, {@code crisis-line}
 */
public record PhoneNumbers(Map<String, String> texts) {
  /** Placeholders that are filled in when files are loaded. */
  public static final List<String> KEYS = List.of("emergency-number", "crisis-line");

  private static final String DEFAULT = "default";
  private static final KeySchema ROW =
      KeySchema.of("a row of numbers").needs(KEYS.toArray(String[]::new));

  /**
   * Returns the numbers of the conversation's country; none, with an issue, when they are missing.
   */
  static PhoneNumbers of(YamlDocuments files, Issues issues) {
    Map<String, Entry> numbers =
        files.find(YamlDocuments.CONVERSATION, "numbers").orElse(null) instanceof Entries entries
            ? entries.map()
            : Map.of();
    Map<String, Map<String, String>> rows =
        OrderedMaps.mapValues(numbers, entry -> row(MappingReader.of(entry, ROW, issues)));
    if (!rows.isEmpty() && !rows.containsKey(DEFAULT)) {
      issues.add(
          files.locate(YamlDocuments.CONVERSATION, "numbers"),
          "'numbers' has no row 'default'.",
          "Add the numbers for a country that has no row of its own.");
    }
    if (!(files.find(YamlDocuments.CONVERSATION, "country").orElse(null)
        instanceof Scalar country)) {
      return new PhoneNumbers(Map.of());
    }
    if (!rows.containsKey(country.text())) {
      issues.add(
          country.at(),
          "'country: " + country.text() + "' has no row in 'numbers'.",
          ClosestName.suggestion(rows.keySet(), country.text(), "Add a row for it."));
    }
    return new PhoneNumbers(rows.getOrDefault(country.text(), Map.of()));
  }

  private static Map<String, String> row(MappingReader row) {
    return Map.of(KEYS.get(0), row.text(KEYS.get(0)), KEYS.get(1), row.text(KEYS.get(1)));
  }

  /** Replaces the placeholders in a text by the numbers. */
  String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> number : texts.entrySet()) {
      filled = filled.replace("{" + number.getKey() + "}", number.getValue());
    }
    return filled;
  }
}
