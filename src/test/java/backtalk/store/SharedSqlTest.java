package backtalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that every statement uses only SQL that SQLite, PostgreSQL and PostgreSQL-compatible
 * distributed databases share.
 */
class SharedSqlTest {
  private static final Path FOLDER = Path.of("src/main/resources/store");

  private static final List<String> NOT_SHARED =
      List.of(
          "advisory",
          "sequence",
          "serial",
          "nextval",
          "identity",
          "autoincrement",
          "for update",
          "skip locked",
          "listen ",
          "notify ",
          "jsonb",
          "::",
          "returning",
          "now()",
          "current_timestamp",
          "rowid");

  @Test
  void statementsUseSharedSqlOnly() throws IOException {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      assertThat(statement(file)).as(file.toString()).doesNotContain(NOT_SHARED);
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".sql")).toList();
    }
  }

  /** Returns the statement without comments. */
  private static String statement(Path file) throws IOException {
    return Files.readString(file).replaceAll("--.*", "").toLowerCase(Locale.ROOT);
  }
}
