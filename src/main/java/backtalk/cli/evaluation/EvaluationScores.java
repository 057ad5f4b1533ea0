package backtalk.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Collects proportions by name and the messages that were misclassified. */
public final class EvaluationScores {

  private final Map<String, Proportion> proportions = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  void record(String name, boolean hit) {
    proportions.merge(name, Proportion.NONE.plus(hit), Proportion::plus);
  }

  void wrong(String verdict, EvaluationSet.Row row, String got) {
    String meant = String.join(",", row.meant().stream().sorted().toList());
    wrong.add(String.join("\t", verdict, row.message(), meant, got));
  }

  public void add(EvaluationScores others) {
    others.proportions.forEach(
        (name, proportion) -> proportions.merge(name, proportion, Proportion::plus));
    wrong.addAll(others.wrong);
  }

  /** Returns the proportion of that name, or {@code 0/0} where none was recorded. */
  Proportion of(String name) {
    return proportions.getOrDefault(name, Proportion.NONE);
  }

  /** Returns all proportions, a line each, sorted by name. */
  public List<String> lines() {
    return proportions.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().text())
        .toList();
  }

  /**
   * Returns the misclassified messages as tab-separated lines: verdict, message, expected, actual.
   */
  public List<String> mistakes() {
    return List.copyOf(wrong);
  }

  /** Counts hits out of a total. */
  record Proportion(int hits, int of) {

    static final Proportion NONE = new Proportion(0, 0);

    /** Sets the quantile of the normal distribution for 95 %. */
    private static final double Z = 1.96;

    Proportion plus(boolean hit) {
      return new Proportion(hits + (hit ? 1 : 0), of + 1);
    }

    Proportion plus(Proportion other) {
      return new Proportion(hits + other.hits, of + other.of);
    }

    double share() {
      return of == 0 ? 0 : (double) hits / of;
    }

    /** Returns the lower (-1) or upper (1) end of Wilson's 95 % interval, between 0 and 1. */
    double end(int side) {
      if (of == 0) {
        return side < 0 ? 0 : 1;
      }
      double share = share();
      double middle = share + Z * Z / (2 * of);
      double wide = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
      return Math.clamp((middle + side * wide) / (1 + Z * Z / of), 0, 1);
    }

    /** Formats the proportion with its interval, {@code 147/150 = 98.0 % [94.3-99.3]}. */
    String text() {
      return String.format(
          Locale.ROOT,
          "%d/%d = %.1f %% [%.1f-%.1f]",
          hits,
          of,
          100 * share(),
          100 * end(-1),
          100 * end(1));
    }
  }
}
