package backtalk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tallies by name, and the messages that went wrong. */
final class Scores {

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  void note(String name, boolean hit) {
    tallies.merge(name, Tally.NONE.and(hit), Tally::and);
  }

  void wrong(String verdict, Practice.Row row, String got) {
    String meant = String.join(",", row.meant().stream().sorted().toList());
    wrong.add(String.join("\t", verdict, row.message(), meant, got));
  }

  /** Adds everything that others noted. */
  void add(Scores others) {
    others.tallies.forEach((name, tally) -> tallies.merge(name, tally, Tally::and));
    wrong.addAll(others.wrong);
  }

  /** The tally of that name; of nothing where nothing was noted under it. */
  Tally of(String name) {
    return tallies.getOrDefault(name, Tally.NONE);
  }

  /** Everything noted, a line each, by name. */
  List<String> lines() {
    return tallies.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue().text())
        .toList();
  }

  /** The messages that went wrong: verdict, message, meant, heard. */
  List<String> mistakes() {
    return List.copyOf(wrong);
  }
}
