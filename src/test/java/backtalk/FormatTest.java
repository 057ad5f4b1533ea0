package backtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that every Java file is formatted by google-java-format. */
class FormatTest {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  private static final boolean FIX = Boolean.getBoolean("format.fix");
  private static final String COMMAND = "mvn -B -q test -Dtest=FormatTest -Dformat.fix=true";

  private final Formatter formatter = new Formatter();

  @Test
  void everyFileIsFormatted() throws IOException {
    List<Path> sources = sources();
    List<String> unformatted =
        sources.stream().filter(this::differs).map(FormatTest::name).toList();

    assertThat(sources).as("Java files below %s", HOME.resolve("src")).isNotEmpty();
    assertThat(unformatted).as("Files to format; this command does it: %s", COMMAND).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(HOME.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return HOME.relativize(file).toString();
  }

  /**
   * Returns true when the file differs from its formatted text. With {@code -Dformat.fix=true} the
   * file is rewritten first.
   */
  private boolean differs(Path file) {
    try {
      String source = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(source);
      if (FIX && !source.equals(formatted)) {
        Files.writeString(file, formatted);
        return false;
      }
      return !source.equals(formatted);
    } catch (IOException | FormatterException e) {
      throw new AssertionError("Cannot format " + name(file), e);
    }
  }
}
