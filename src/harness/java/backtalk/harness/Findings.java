package backtalk.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects counts, each with a verdict where a value is required. */
public final class Findings {
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder shown = new StringBuilder();

  private record Row(String what, long count, String verdict) {}

  /** Adds a count without a required value. */
  void report(String what, long count) {
    rows.add(new Row(what, count, ""));
  }

  /** Adds a count that must equal {@code wanted}. */
  void expect(String what, long count, long wanted) {
    rows.add(new Row(what, count, count == wanted ? "ok" : "FAIL: not " + wanted));
  }

  /** Adds the details of a failure, which are printed below the counts. */
  void show(String what, @Nullable List<?> committed, @Nullable List<?> seen) {
    shown.append(what).append('\n');
    list("committed", committed);
    list("seen", seen);
  }

  private void list(String what, @Nullable List<?> all) {
    if (all != null) {
      all.forEach(each -> shown.append("  ").append(what).append(' ').append(each).append('\n'));
    }
  }

  /** Returns true where every required value was met. */
  public boolean hold() {
    return rows.stream().noneMatch(row -> row.verdict().startsWith("FAIL"));
  }

  /** Returns the counts as a table. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    rows.forEach(
        row ->
            table.append(
                String.format(
                    Locale.ROOT, "%-58s %9d  %s%n", row.what(), row.count(), row.verdict())));
    return table.append(shown).toString();
  }
}
