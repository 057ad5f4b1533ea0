package backtalk.library;

import backtalk.library.Node.Entries;
import backtalk.library.Node.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The telephone numbers of one country, filled in wherever a text names them.
 *
 * @param texts placeholder to what stands there: {@code emergency-number}, {@code crisis-line}
 */
record Numbers(Map<String, String> texts) {
  /** The placeholders that are filled in when files are read. */
  static final List<String> KEYS = List.of("emergency-number", "crisis-line");

  private static final String DEFAULT = "default";
  private static final Shape ROW = Shape.of("a row of numbers").needs(KEYS.toArray(String[]::new));

  /** The row of the conversation's country. */
  static Numbers of(Trees trees, Issues issues) {
    Map<String, Map<String, String>> rows =
        trees
            .find(Trees.CONVERSATION, "numbers")
            .filter(Entries.class::isInstance)
            .map(Entries.class::cast)
            .map(Entries::map)
            .map(map -> Ordered.mapped(map, entry -> row(Fields.of(entry, ROW, issues))))
            .orElse(Map.of());
    if (!rows.isEmpty() && !rows.containsKey(DEFAULT)) {
      issues.add(
          trees.spot(Trees.CONVERSATION, "numbers"),
          "'numbers' has no row 'default'.",
          "Add the numbers for a country that has no row of its own.");
    }
    return trees
        .find(Trees.CONVERSATION, "country")
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .map(country -> of(country, rows, issues))
        .orElse(new Numbers(Map.of()));
  }

  private static Numbers of(Scalar country, Map<String, Map<String, String>> rows, Issues issues) {
    Map<String, String> row = rows.get(country.text());
    if (row == null) {
      reportMissing(country, rows.keySet(), issues);
      return new Numbers(Map.of());
    }
    return new Numbers(row);
  }

  private static void reportMissing(Scalar country, Collection<String> rows, Issues issues) {
    issues.add(
        country.at(),
        "'country: " + country.text() + "' has no row in 'numbers'.",
        DidYouMean.oneOf(rows, country.text(), "Add a row for it."));
  }

  private static Map<String, String> row(Fields row) {
    return Map.of(KEYS.get(0), row.text(KEYS.get(0)), KEYS.get(1), row.text(KEYS.get(1)));
  }

  /** The text with the numbers in place of their names. */
  String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> number : texts.entrySet()) {
      filled = filled.replace("{" + number.getKey() + "}", number.getValue());
    }
    return filled;
  }
}
