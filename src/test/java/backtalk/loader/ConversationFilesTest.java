package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Guard;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Urgency;
import backtalk.loader.yaml.YamlDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks how the smallest conversation is loaded. */
public class ConversationFilesTest {
  private static final Path SMALL = Path.of("src/test/resources/small");

  private final Conversation conversation = load(SMALL);

  /** Returns the issues of a load, as an author reads them. */
  public static List<String> issues(LoadResult result) {
    return switch (result) {
      case LoadResult.Read read -> List.of();
      case LoadResult.Refused(List<Issue> issues) ->
          issues.stream().map(issue -> issue.text(Path.of(""))).toList();
    };
  }

  static Conversation load(Path folder) {
    return switch (ConversationFiles.of(folder).read()) {
      case LoadResult.Read(Conversation conversation, var sourceMap) -> conversation;
      case LoadResult.Refused(List<Issue> issues) ->
          throw new AssertionError(
              String.join("\n", issues.stream().map(issue -> issue.text(Path.of(""))).toList()));
    };
  }

  @Test
  void aMissingFolderIsOneIssue() {
    assertThat(issues(ConversationFiles.of(Path.of("no/such/folder")).read())).hasSize(1);
  }

  @Test
  void readingWithoutChecksGivesTheSameConversation() {
    LoadResult unchecked = ConversationFiles.of(SMALL).readUnchecked();

    assertThat(((LoadResult.Read) unchecked).conversation()).isEqualTo(conversation);
  }

  @Test
  void hashAndConversationComeFromTheSameBytes(@TempDir Path folder) throws IOException {
    copy(folder);
    ConversationFiles files = ConversationFiles.of(folder);
    String sha256 = files.sha256();
    Files.writeString(folder.resolve("topics.yaml"), "# A remark.\n", StandardOpenOption.APPEND);

    assertThat(files.sha256()).isEqualTo(sha256).startsWith(conversation.about().hash());
    assertThat(((LoadResult.Read) files.read()).conversation()).isEqualTo(conversation);
    assertThat(ConversationFiles.of(folder).sha256()).isNotEqualTo(sha256);
  }

  @Test
  void readsTheHead() {
    assertThat(conversation.about().id()).isEqualTo("squeaky-knees");
    assertThat(conversation.about().freshFor()).isEqualTo(Duration.ofHours(24));
    assertThat(conversation.about().hash()).matches("[0-9a-f]{16}");
  }

  @Test
  void keepsTheOrderOfTheFiles() {
    assertThat(conversation.machine().facts().keySet())
        .containsExactly("locked", "swollen", "squats");
    assertThat(conversation.machine().states().keySet())
        .containsExactly("urgent", "habit", "ruled-out");
  }

  @Test
  void fillsInTheNumbers() {
    SourcedText title = conversation.machine().outcome("emergency").opening().title().getFirst();

    assertThat(title)
        .isEqualTo(
            new SourcedText(
                Guard.always(), Optional.empty(), "Get help now: call 112.", List.of("1-2")));
    assertThat(conversation.phrase("welcome")).isEqualTo("Welcome 112");
  }

  @Test
  void spellsOutAnyAsked() {
    assertThat(conversation.machine().state("urgent").then().getFirst().when())
        .isEqualTo(
            new Guard.Any(
                List.of(
                    new Guard.Is("locked", Answer.MAY_BE),
                    new Guard.Is("swollen", Answer.MAY_BE))));
  }

  @Test
  void spellsOutRedFlags() {
    assertThat(conversation.machine().state("ruled-out").then().getFirst().when())
        .isEqualTo(
            new Guard.All(
                List.of(
                    new Guard.Is("locked", Set.of(Answer.NO)),
                    new Guard.Is("swollen", Set.of(Answer.NO)))));
  }

  @Test
  void readsSeverities() {
    assertThat(conversation.machine().fact("swollen").severity().ifUnsure())
        .contains(Urgency.PROFESSIONAL);
  }

  @Test
  void anyChangeOfAFileChangesTheHash(@TempDir Path folder) throws IOException {
    copy(folder);
    assertThat(load(folder).about().hash()).isEqualTo(conversation.about().hash());

    Files.writeString(folder.resolve("topics.yaml"), "# A remark.\n", StandardOpenOption.APPEND);
    assertThat(load(folder).about().hash()).isNotEqualTo(conversation.about().hash());
  }

  @Test
  void testsDoNotChangeTheHash(@TempDir Path folder) throws IOException {
    copy(folder);
    Files.delete(folder.resolve("tests/happy-paths/calm.yaml"));

    assertThat(load(folder).about().hash()).isEqualTo(conversation.about().hash());
  }

  @Test
  void anEmptyFolderLacksEveryFile(@TempDir Path folder) {
    assertThat(issues(ConversationFiles.of(folder).read()))
        .hasSize(YamlDocuments.FILES.size())
        .allMatch(issue -> issue.contains("The file is missing."));
  }

  /** Copies the smallest conversation to a folder. */
  static void copy(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(SMALL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SMALL.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
