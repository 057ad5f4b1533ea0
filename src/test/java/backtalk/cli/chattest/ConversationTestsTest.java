package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays the author's chat tests, each as a test named by its sentence. */
class ConversationTestsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final LoadResult.Read READ = BotFactory.read(FOLDER);
  private static final Bot BOT =
      Bot.of(READ.conversation(), 30, Path.of("target/hearing"), OnnxEmbedder.load());
  private static final List<ChatTest> TESTS = BotFactory.tests(FOLDER);

  @TestFactory
  Stream<DynamicTest> chatsThatMustHold() {
    TestPlayer player = new TestPlayer(BOT, exchange -> {});
    return TESTS.stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.name(),
                    () -> player.play(test).ifPresent(failure -> fail(failure.text(FOLDER)))));
  }

  @Test
  void theTestsReachEveryStateTransitionOptionOutcomeAndTopic() {
    Coverage coverage = new Coverage(BOT.conversation());
    TestPlayer player = new TestPlayer(BOT, coverage::record);
    TESTS.forEach(player::play);

    assertThat(TESTS).isNotEmpty();
    assertThat(coverage.missing().stream().map(part -> Coverage.line(part, FOLDER, READ)))
        .isEmpty();
  }
}
