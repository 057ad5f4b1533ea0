package backtalk.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the table is written between its markers only. */
class EvaluationTableTest {
  private static final String FROM = "<!-- figures: written by ./backtalk evaluate -->\n";
  private static final String TO = "<!-- end of figures -->";

  @TempDir Path folder;

  private static EvaluationTable table() {
    EvaluationScores scores = new EvaluationScores();
    scores.record("answers right", true);
    scores.record("answers right", false);
    EvaluationTable figures = new EvaluationTable();
    figures.add("in files", scores);
    return figures;
  }

  @Test
  void theTableReplacesTheOldOne() throws IOException {
    Path file = folder.resolve("README.md");
    Files.writeString(file, "before\n" + FROM + "old\n" + TO + "\nafter\n");

    table().write(file);

    assertThat(Files.readString(file))
        .startsWith("before\n" + FROM + "| of messages | in files |\n| --- | --- |\n")
        .contains("| answers: right | 1/2 = 50.0 % [9.5-90.5] |\n")
        .contains("| topics: answered wrongly | - |\n")
        .endsWith(TO + "\nafter\n")
        .doesNotContain("old");
  }

  @Test
  void theDocumentShowsEveryRow() throws IOException {
    Path document = Path.of(System.getProperty("backtalk.home", "."), "docs/understanding.md");
    Path copy = Files.copy(document, folder.resolve("understanding.md"));

    table().write(copy);

    assertThat(measures(document)).isNotEmpty().isEqualTo(measures(copy));
  }

  /** Returns the first cells of the table's rows. */
  private static List<String> measures(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(text.indexOf(FROM), text.indexOf(TO))
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split("\\|", 3)[1])
        .toList();
  }

  @Test
  void aFileWithoutMarkersStaysUnchanged() throws IOException {
    Path file = folder.resolve("README.md");
    Files.writeString(file, "no marks");

    assertThatThrownBy(() -> table().write(file)).hasMessageContaining("no place for the figures");
    assertThat(Files.readString(file)).isEqualTo("no marks");
  }
}
