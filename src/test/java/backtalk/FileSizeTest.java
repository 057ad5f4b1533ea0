package backtalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that no file grows beyond a limit, and Main least of all. */
class FileSizeTest {
  private static final Path SOURCES = Path.of(System.getProperty("backtalk.home", "."), "src");
  private static final Path MAIN = SOURCES.resolve("main/java");
  private static final List<Path> CHECKED =
      List.of(MAIN, SOURCES.resolve("emulator/java"), SOURCES.resolve("harness/java"));
  private static final int MAX_LINES = 250;
  private static final int MAX_LINES_OF_MAIN = 120;

  @Test
  void filesStayShort() throws IOException {
    Map<Path, Long> lines = linesOfFiles();

    assertThat(lines).as("Java files below %s", CHECKED).isNotEmpty();
    lines.values().removeIf(count -> count <= MAX_LINES);
    assertThat(lines).as("files of more than %s lines", MAX_LINES).isEmpty();
  }

  @Test
  void mainStaysShort() {
    assertThat(count(MAIN.resolve("backtalk/Main.java"))).isLessThanOrEqualTo(MAX_LINES_OF_MAIN);
  }

  private static Map<Path, Long> linesOfFiles() throws IOException {
    Map<Path, Long> lines = new TreeMap<>();
    for (Path folder : CHECKED) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> lines.put(SOURCES.relativize(file), count(file)));
      }
    }
    return lines;
  }

  private static long count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
