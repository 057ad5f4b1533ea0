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

/** No file grows unwatched, the one that puts the rooms together least of all. */
class FileSizeTest {
  private static final Path SOURCES = Path.of(System.getProperty("backtalk.home", "."), "src");
  private static final Path MAIN = SOURCES.resolve("main/java");
  private static final List<Path> WATCHED = List.of(MAIN, SOURCES.resolve("harness/java"));
  private static final int LINES_OF_A_FILE = 250;
  private static final int LINES_OF_MAIN = 120;

  @Test
  void filesStayShort() throws IOException {
    Map<Path, Long> lines = linesOfFiles();

    assertThat(lines).as("Java files below %s", WATCHED).isNotEmpty();
    lines.values().removeIf(count -> count <= LINES_OF_A_FILE);
    assertThat(lines).as("files of more than %s lines", LINES_OF_A_FILE).isEmpty();
  }

  @Test
  void mainStaysShort() {
    assertThat(count(MAIN.resolve("backtalk/Main.java"))).isLessThanOrEqualTo(LINES_OF_MAIN);
  }

  private static Map<Path, Long> linesOfFiles() throws IOException {
    Map<Path, Long> lines = new TreeMap<>();
    for (Path folder : WATCHED) {
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
