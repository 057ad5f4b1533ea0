package backtalk.cli.evaluation;

import backtalk.cli.MarkdownSection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the main evaluation results as a table in a Markdown file. */
public final class EvaluationTable {

  private static final MarkdownSection SECTION =
      new MarkdownSection("figures", "./backtalk evaluate");

  /** Maps each row's label to the proportion it shows, most important first. */
  private static final Map<String, String> ROWS = rows();

  private final Map<String, EvaluationScores> columns = new LinkedHashMap<>();

  private static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("red flags: escalated or asked back", "now: red flags escalated or confirmed");
    rows.put("emergencies: escalated or asked back", "now: emergencies escalated or confirmed");
    rows.put("somebody else's emergency: escalated", "someone-else-now: red flags escalated");
    rows.put("hard negatives: escalated", "hard negatives escalated");
    rows.put("ordinary messages: escalated", "ordinary messages escalated");
    rows.put("topics: right at once", "topics answered right");
    rows.put("topics: right at once or among three", "topics answered right or offered");
    rows.put("topics: answered wrongly", "topics answered wrongly");
    rows.put(
        "topics: answered wrongly, the right one not among the buttons",
        "topics answered wrongly, the right one not among the buttons");
    rows.put("out of scope: not answered", "out of scope declined or offered");
    rows.put("answers: right", "answers right");
    rows.put("answers: yes taken for no, or no for yes", "answers flipped between yes and no");
    rows.put("hard negatives: asked back", "hard negatives confirmed");
    rows.put("ordinary messages: asked back", "ordinary messages confirmed");
    for (String level : List.of("emergency", "see-doctor")) {
      rows.put(
          "grid, " + level + " signs: caught or asked back",
          "grid: " + level + " signs caught or asked back");
      rows.put(
          "grid, " + level + " signs: movements shown",
          "grid: " + level + " signs beside which movements were shown");
    }
    return rows;
  }

  public void add(String heading, EvaluationScores scores) {
    columns.put(heading, scores);
  }

  /** Writes the table between the markers of a file. */
  public void write(Path file) {
    SECTION.write(file, table());
  }

  /** Returns the table in Markdown; a dash stands for {@code 0/0}. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(row("of messages", new ArrayList<>(columns.keySet())));
    table.append(row("---", columns.keySet().stream().map(heading -> "---").toList()));
    ROWS.forEach(
        (label, name) ->
            table.append(
                row(label, columns.values().stream().map(each -> cell(each.of(name))).toList())));
    return table.toString();
  }

  private static String cell(EvaluationScores.Proportion proportion) {
    return proportion.of() == 0 ? "-" : proportion.text();
  }

  private static String row(String first, List<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells) + " |\n";
  }
}
