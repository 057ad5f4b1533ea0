package backtalk.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
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

  /** Adds the scores of another evaluation. */
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
}
