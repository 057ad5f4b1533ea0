package backtalk.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a check found: counts, and for those that promise something whether it held. */
public final class Findings {
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder shown = new StringBuilder();

  private record Row(String what, long count, String verdict) {}

  /** A count that only tells. */
  void tell(String what, long count) {
    rows.add(new Row(what, count, ""));
  }

  /** A count that must be this. */
  void expect(String what, long count, long wanted) {
    rows.add(new Row(what, count, count == wanted ? "ok" : "FAIL: not " + wanted));
  }

  /** Shows what a mistake is about, below the counts. */
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

  /** Whether all that was promised held. */
  public boolean hold() {
    return rows.stream().noneMatch(row -> row.verdict().startsWith("FAIL"));
  }

  /** As a table. */
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
