package backtalk.loader;

import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Collection;
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
  static PhoneNumbers of(YamlDocuments yamlDocuments, Issues issues) {
    Map<String, Map<String, String>> rows =
        yamlDocuments
            .find(YamlDocuments.CONVERSATION, "numbers")
            .filter(Entries.class::isInstance)
            .map(Entries.class::cast)
            .map(Entries::map)
            .map(
                map ->
                    OrderedMaps.mapValues(map, entry -> row(MappingReader.of(entry, ROW, issues))))
            .orElse(Map.of());
    if (!rows.isEmpty() && !rows.containsKey(DEFAULT)) {
      issues.add(
          yamlDocuments.locate(YamlDocuments.CONVERSATION, "numbers"),
          "'numbers' has no row 'default'.",
          "Add the numbers for a country that has no row of its own.");
    }
    return yamlDocuments
        .find(YamlDocuments.CONVERSATION, "country")
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .map(country -> of(country, rows, issues))
        .orElse(new PhoneNumbers(Map.of()));
  }

  private static PhoneNumbers of(
      Scalar country, Map<String, Map<String, String>> rows, Issues issues) {
    Map<String, String> row = rows.get(country.text());
    if (row == null) {
      reportMissing(country, rows.keySet(), issues);
      return new PhoneNumbers(Map.of());
    }
    return new PhoneNumbers(row);
  }

  private static void reportMissing(Scalar country, Collection<String> rows, Issues issues) {
    issues.add(
        country.at(),
        "'country: " + country.text() + "' has no row in 'numbers'.",
        Suggestion.oneOf(rows, country.text(), "Add a row for it."));
  }

  private static Map<String, String> row(MappingReader row) {
    return Map.of(KEYS.get(0), row.text(KEYS.get(0)), KEYS.get(1), row.text(KEYS.get(1)));
  }

  /** Replaces the placeholders in a text by the numbers. */
  public String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> number : texts.entrySet()) {
      filled = filled.replace("{" + number.getKey() + "}", number.getValue());
    }
    return filled;
  }
}
