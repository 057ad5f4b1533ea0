package backtalk.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code broken/} is one mistake, made in the smallest conversation: the file, the
 * lines that go ({@code -}, or {@code *} for all) and those that come ({@code +}, at the end where
 * none goes), and what the writer reads of it ({@code =}).
 */
class BrokenTest {
  private static final Path BROKEN = Path.of("src/test/resources/broken");

  @TempDir private Path folder;

  static List<String> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theSmallestConversationHasNoMistake() throws IOException {
    LibraryTest.copy(folder);

    assertThat(issues()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void tells(String mistake) throws IOException {
    LibraryTest.copy(folder);
    List<String> lines = Files.readAllLines(BROKEN.resolve(mistake));
    make(lines);

    assertThat(String.join("\n", issues())).isEqualTo(String.join("\n", marked(lines, "= ")));
  }

  private List<String> issues() {
    Stream<Issue> ofConversation =
        switch (Library.read(folder)) {
          case Reading.Read read -> Stream.of();
          case Reading.Refused(List<Issue> issues) -> issues.stream();
        };
    Stream<Issue> ofTests =
        switch (Tests.read(folder)) {
          case Chats.Read read -> Stream.of();
          case Chats.Refused(List<Issue> issues) -> issues.stream();
        };
    return Stream.concat(ofConversation, ofTests).map(Issue::text).toList();
  }

  /** Makes the changes, file by file. */
  private void make(List<String> lines) throws IOException {
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).matches("[-+=]( .*)?")) {
        heads.add(i);
      }
    }
    heads.add(lines.size());
    for (int i = 0; i + 1 < heads.size(); i++) {
      change(lines.get(heads.get(i)), lines.subList(heads.get(i) + 1, heads.get(i + 1)));
    }
  }

  private void change(String head, List<String> lines) throws IOException {
    if (head.startsWith("delete ")) {
      Files.delete(folder.resolve(head.substring("delete ".length())));
      return;
    }
    Path file = folder.resolve(head);
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, changed(before, marked(lines, "- "), marked(lines, "+ ")));
  }

  private static String changed(String before, List<String> gone, List<String> come) {
    String after = come.isEmpty() ? "" : String.join("\n", come) + "\n";
    if (gone.isEmpty()) {
      return before + after;
    }
    if (gone.equals(List.of("*"))) {
      return after;
    }
    String old = String.join("\n", gone) + "\n";
    int at = ("\n" + before).indexOf("\n" + old);
    assertThat(at).as("where %s stands", gone).isNotNegative();
    return before.substring(0, at) + after + before.substring(at + old.length());
  }

  private static List<String> marked(List<String> lines, String mark) {
    return lines.stream()
        .filter(line -> line.startsWith(mark.strip()))
        .map(line -> line.length() > 2 ? line.substring(2) : "")
        .toList();
  }
}
