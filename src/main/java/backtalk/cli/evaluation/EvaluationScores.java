package backtalk.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tallies by name, and the messages that went wrong. */
public final class EvaluationScores {

  private final Map<String, Proportion> tallies = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  void note(String name, boolean hit) {
    tallies.merge(name, Proportion.NONE.and(hit), Proportion::and);
  }

  void wrong(String verdict, EvaluationSet.Row row, String got) {
    String meant = String.join(",", row.meant().stream().sorted().toList());
    wrong.add(String.join("\t", verdict, row.message(), meant, got));
  }

  /** Adds everything that others noted. */
  public void add(EvaluationScores others) {
    others.tallies.forEach((name, proportion) -> tallies.merge(name, proportion, Proportion::and));
    wrong.addAll(others.wrong);
  }

  /** The tally of that name; of nothing where nothing was noted under it. */
  Proportion of(String name) {
    return tallies.getOrDefault(name, Proportion.NONE);
  }

  /** Everything noted, a line each, by name. */
  public List<String> lines() {
    return tallies.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().text())
        .toList();
  }

  /** The messages that went wrong: verdict, message, meant, heard. */
  public List<String> mistakes() {
    return List.copyOf(wrong);
  }
}
