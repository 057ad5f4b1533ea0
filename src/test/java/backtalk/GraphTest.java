package backtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.cli.Console;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the {@code graph} command, and that the diagram in the documents is current. */
class GraphTest {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  private static final Path BACK = HOME.resolve("conversations/back-cracking");
  private static final Path SMALL = HOME.resolve("src/test/resources/small");
  private static final String COMMAND =
      "./backtalk graph --into conversations/back-cracking/README.md";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private int run(Object... args) {
    String[] words = new String[args.length + 1];
    words[0] = "graph";
    for (int i = 0; i < args.length; i++) {
      words[i + 1] = args[i].toString();
    }
    return Main.run(
        new Console(
            new BufferedReader(Reader.nullReader()),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8)),
        words);
  }

  @Test
  void theDiagramInTheDocumentIsCurrent() throws IOException {
    String readme = Files.readString(BACK.resolve("README.md"));
    Path copy = Files.writeString(folder.resolve("README.md"), readme);

    assertThat(run(BACK, "--into", copy)).isZero();
    assertThat(readme.equals(Files.readString(copy)))
        .as("the picture is current; this command draws it again: " + COMMAND)
        .isTrue();
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void writesMermaidUnlessToldOtherwise() {
    assertThat(run(SMALL)).isZero();
    assertThat(out.toString(UTF_8)).startsWith("flowchart TD\n").endsWith("\n");
  }

  @Test
  void writesDot() {
    assertThat(run(SMALL, "--format", "dot")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("digraph machine {\n").endsWith("\n}\n");
  }

  @Test
  void replacesThePictureBefore() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("some.md"),
            """
            before
            <!-- picture: written by ./backtalk graph -->
            old
            <!-- end of picture -->
            """);

    assertThat(run(SMALL, "--into", file)).isZero();
    assertThat(Files.readString(file))
        .startsWith(
            """
            before
            <!-- picture: written by ./backtalk graph -->
            ```mermaid
            flowchart TD
            """)
        .endsWith(
            """
            ```
            <!-- end of picture -->
            """)
        .doesNotContain("old");
  }

  @Test
  void leavesAFileWithoutMarksAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("some.md"), "no marks\n");

    assertThat(run(SMALL, "--into", file)).isOne();
    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .contains("some.md has no place for the picture");
    assertThat(Files.readString(file)).isEqualTo("no marks\n");
  }

  @Test
  void knowsTwoFormats() {
    assertThat(run(SMALL, "--format", "svg")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("there are: mermaid, dot");
  }
}
