package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.loader.chattests.ChatTestReader;
import backtalk.proof.BrokenPromises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the example in the author's guide is a conversation without issues. */
class ReadmeTest {
  private static final Path README =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "README.md");
  private static final Path SMALL = Path.of("src/test/resources/small");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)^(?:### (\\S+).*\\n+)?(?:^(?!```|###).*\\n)*?^```yaml\\n([\\s\\S]*?)^```$");
  private static final Pattern OWN_NAME = Pattern.compile("^# (wording/\\S+\\.yaml)");

  @TempDir private Path folder;

  @Test
  void theGuidesExampleHasNoIssue() throws IOException {
    List<MatchResult> blocks = BLOCK.matcher(Files.readString(README)).results().toList();
    for (MatchResult block : blocks) {
      write(file(block), block.group(2));
    }
    write("phrases.yaml", Files.readString(SMALL.resolve("phrases.yaml")));
    write("wording/verbs.yaml", Files.readString(SMALL.resolve("wording/verbs.yaml")));
    write("wording/topics.yaml", enoughExamples());

    Issues ofTests = new Issues();
    assertThat(blocks).hasSize(11);
    assertThat(ConversationFilesTest.issues(ConversationFiles.of(folder).read())).isEmpty();
    assertThat(ChatTestReader.read(folder, ofTests)).isNotEmpty();
    assertThat(ofTests.sorted()).isEmpty();
    assertThat(BrokenPromises.of(ConversationFilesTest.load(folder))).isEmpty();
  }

  private static String file(MatchResult block) {
    var own = OWN_NAME.matcher(block.group(2));
    if (own.find()) {
      return own.group(1);
    }
    return block.group(1).equals("tests/") ? "tests/happy-paths/example.yaml" : block.group(1);
  }

  /**
   * Returns enough example phrases: the guide shows two per topic, and a conversation needs five.
   */
  private static String enoughExamples() {
    return Stream.of("what-clicks", "thumb-circles", "is-it-harmless", "out-of-scope")
        .map(topic -> topic + ": [one, two, three, four, five]\n")
        .reduce("", String::concat);
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}
