package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import backtalk.loader.chattests.ChatTestReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that folders and files beyond the limits are rejected before they take memory or time. */
class ConversationFolderTest {
  /** Generous timeout: the work takes milliseconds. */
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    ConversationFilesTest.copy(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"topics.yaml", "stray.yaml", "wording/more.yml"})
  void aFileOfHundredsOfMegabytesIsOneIssue(String name) throws IOException {
    grow(name, 300L << 20);

    assertThat(refused()).singleElement().satisfies(issue -> isTooLarge(issue, name));
  }

  @Test
  void aTextOfTenMegabytesIsOneIssue() throws IOException {
    Files.writeString(folder.resolve("topics.yaml"), "a: \"" + "x y ".repeat(2_600_000) + "\"\n");

    assertThat(refused()).singleElement().satisfies(issue -> isTooLarge(issue, "topics.yaml"));
  }

  @Test
  void aTestOfHundredsOfMegabytesIsOneIssue() throws IOException {
    Files.createDirectories(folder.resolve("tests"));
    grow("tests/large.yaml", 300L << 20);

    Issues issues = new Issues();

    assertThat(assertTimeout(SOON, () -> ChatTestReader.read(folder, issues))).isEmpty();
    assertThat(issues.sorted())
        .singleElement()
        .satisfies(issue -> isTooLarge(issue, "tests/large.yaml"));
  }

  @Test
  void filesThatAreTooLargeTogetherAreRefused() throws IOException {
    for (int i = 0; i < 8; i++) {
      grow("more-" + i + ".yaml", 2 << 20);
    }

    assertThat(refused()).singleElement().extracting(Issue::what).asString().contains("8 MB");
  }

  @Test
  void moreFilesThanAnyConversationHasAreRefused() throws IOException {
    for (int i = 0; i < 1_001; i++) {
      Files.createFile(folder.resolve("more-" + i + ".yaml"));
    }

    assertThat(refused()).singleElement().extracting(Issue::what).asString().contains("1,000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void aDeeplyNestedFileIsAnIssueOfThatFile(String opening) throws IOException {
    Files.writeString(folder.resolve("topics.yaml"), opening.repeat(200_000) + "\n");

    assertThat(refused()).isNotEmpty().allMatch(issue -> issue.file().equals("topics.yaml"));
  }

  private static void isTooLarge(Issue issue, String file) {
    assertThat(issue.file()).isEqualTo(file);
    assertThat(issue.what()).contains("MB");
  }

  /** Sets the length of a file without using disk space. */
  private void grow(String name, long bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  private List<Issue> refused() {
    LoadResult result = assertTimeout(SOON, () -> ConversationFiles.of(folder).read());
    assertThat(result).isInstanceOf(LoadResult.Refused.class);
    return ((LoadResult.Refused) result).issues();
  }
}
