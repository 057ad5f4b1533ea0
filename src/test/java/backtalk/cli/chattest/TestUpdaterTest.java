package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.embedding.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks which expected texts are updated in test files, and which files stay unchanged. */
class TestUpdaterTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final Bot BOT =
      Bot.of(BotFactory.take(FOLDER), 30, Path.of("target/hearing"), OnnxEmbedder.load());
  private static final String OLD =
      """
      # Mine.
      The second question:
        - you: ["[Check my back]", "[None of these]"]
        - bot: {state: feeling, says: ["How is your back feeling these days?"], buttons: [It feels fin]}
        - you: ["[It feels fine]", "[Swelling]"]
        - bot: {says: ["Thank you for saying: swelling where it cracks"], says-not: [chiropractor]}

      A chat that holds:
        - you: /start   # first
        - bot: {says: ["information, not a diagnosis"]}
      """;
  private static final String NEW =
      """
      # Mine.
      The second question:
        - you: ["[Check my back]", "[None of these]"]
        - bot: {state: feeling, says: ["How does your back feel these days?"], buttons: [It feels fine]}
        - you: ["[It feels fine]", "[Swelling]"]
        - bot: {says: ["Thank you for telling me: swelling where it cracks."], says-not: [chiropractor]}

      A chat that holds:
        - you: /start   # first
        - bot: {says: ["information, not a diagnosis"]}
      """;

  @TempDir private Path folder;

  private Path file(String name, String yaml) throws IOException {
    Path file = folder.resolve("tests/mine").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, yaml);
  }

  private TestUpdater update() {
    TestUpdater updater = new TestUpdater(folder, new TestPlayer(BOT, exchange -> {}));
    updater.update(BotFactory.tests(folder));
    return updater;
  }

  @Test
  void outdatedTextsAreReplacedAndReported() throws IOException {
    Path file = file("a.yaml", OLD);

    TestUpdater updater = update();

    assertThat(file).hasContent(NEW);
    assertThat(updater.failures()).isEmpty();
    assertThat(updater.lines())
        .containsExactly(
            file
                + ":4: says: \"How is your back feeling these days?\" is now"
                + " \"How does your back feel these days?\"",
            file + ":4: buttons: \"It feels fin\" is now \"It feels fine\"",
            file
                + ":6: says: \"Thank you for saying: swelling where it cracks\" is now"
                + " \"Thank you for telling me: swelling where it cracks.\"");
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    Path file = file("a.yaml", OLD);
    update();

    assertThat(update().lines()).isEmpty();
    assertThat(file).hasContent(NEW);
  }

  @Test
  void aFileWithAChatOfOtherBehaviorStaysUnchanged() throws IOException {
    String other =
        OLD
            + """

            A chat that goes another way:
              - you: "[Check my back]"
              - bot: {state: signs}
            """;
    Path file = file("a.yaml", other);
    Path second = file("b.yaml", OLD);

    TestUpdater updater = update();

    assertThat(file).hasContent(other);
    assertThat(second).hasContent(NEW);
    assertThat(updater.lines())
        .hasSize(4)
        .contains(file + ": left alone, because a chat in it goes another way");
    assertThat(updater.failures())
        .extracting(failure -> failure.test().name())
        .containsExactly("The second question", "A chat that goes another way");
  }

  @Test
  void dissimilarAndForbiddenTextsStillFail() throws IOException {
    String unlike =
        """
        Unlike:
          - you: "[Check my back]"
          - bot: {says: [zebras, "the rare signs that cannot be waiting"]}
        Forbidden:
          - you: "[Check my back]"
          - bot: {says-not: [rare signs]}
        """;
    Path file = file("a.yaml", unlike);

    TestUpdater updater = update();

    assertThat(file)
        .hasContent(
            unlike.replace(
                "the rare signs that cannot be waiting",
                "First, the rare signs that cannot wait."));
    assertThat(updater.failures())
        .extracting(failure -> failure.test().name())
        .containsExactly("Unlike", "Forbidden");
    assertThat(updater.failures().getFirst().mismatches())
        .extracting(Mismatch::sentence)
        .containsExactly("says: nowhere in the answer: \"zebras\"");
  }
}
