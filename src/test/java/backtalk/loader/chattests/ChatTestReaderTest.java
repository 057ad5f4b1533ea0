package backtalk.loader.chattests;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.loader.Issues;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.ExpectedTexts;
import backtalk.loader.chattests.ChatTest.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks how chat tests are parsed to records. */
class ChatTestReaderTest {
  @TempDir private Path folder;

  private List<ChatTest> read(Path from) {
    Issues issues = new Issues();
    List<ChatTest> tests = ChatTestReader.read(from, issues);
    assertThat(issues.sorted()).isEmpty();
    return tests;
  }

  private ChatTest written(String yaml) throws IOException {
    Path file = folder.resolve("tests/odd-input/one.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    return read(folder).getFirst();
  }

  @Test
  void readsAChat() {
    Expected calm =
        new Expected(
            Map.of("locked", "no", "squats", "yes"),
            Optional.of("reassure"),
            Optional.of("reassure"),
            new ExpectedTexts(List.of("Only squats squeak"), List.of(), List.of()),
            Optional.empty(),
            Optional.empty());

    assertThat(read(Path.of("src/test/resources/small")))
        .containsExactly(
            new ChatTest(
                "A knee that only squeaks is normal",
                "tests/happy-paths/calm.yaml",
                1,
                List.of(
                    new Step.You(2, List.of("[Check my knee]", "[None of these]")),
                    new Step.You(3, List.of("[In squats]")),
                    new Step.Bot(4, calm))));
  }

  @Test
  void anEmptyListOfTopicsExpectsNone() throws IOException {
    ChatTest none = written("One:\n  - you: hello\n  - bot: {topics: [], action: menu}\n");

    assertThat(none.steps().getLast())
        .isInstanceOfSatisfying(
            Step.Bot.class, bot -> assertThat(bot.expected().topics()).contains(List.of()));
  }

  @Test
  void anInputInAListMayBeEmpty() throws IOException {
    ChatTest test = written("One:\n  - you: [\"\", hello]\n  - bot: {action: menu}\n");

    assertThat(test.steps().getFirst()).isEqualTo(new Step.You(2, List.of("", "hello")));
  }

  @Test
  void aFolderWithoutTestsHasNone() {
    assertThat(read(folder)).isEmpty();
  }
}
