package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.loader.chattests.ChatTestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the issues of broken conversations. Each file of {@code broken/} makes one mistake in the
 * smallest conversation with a {@link Patch}, and lists the expected issues ({@code =}).
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
  void theSmallestConversationHasNoIssue() throws IOException {
    ConversationFilesTest.copy(folder);

    assertThat(issues()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsReportedExactlyAsExpected(String mistake) throws IOException {
    ConversationFilesTest.copy(folder);
    List<String> lines = Files.readAllLines(BROKEN.resolve(mistake));
    Patch.make(folder, lines);

    assertThat(String.join("\n", issues())).isEqualTo(String.join("\n", Patch.marked(lines, "= ")));
  }

  private List<String> issues() {
    Stream<Issue> ofConversation =
        switch (ConversationFiles.of(folder).read()) {
          case LoadResult.Read read -> Stream.of();
          case LoadResult.Refused(List<Issue> issues) -> issues.stream();
        };
    Issues ofTests = new Issues();
    var unused = ChatTestReader.read(folder, ofTests);
    return Stream.concat(ofConversation, ofTests.sorted().stream())
        .map(issue -> issue.text(Path.of("")))
        .toList();
  }
}
