package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import backtalk.library.ChatTest;
import backtalk.library.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The chats that the author wrote down hold, each a test of its own, named by its sentence. */
class ConversationTestsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");
  private static final Reading.Read READ = Shelf.read(FOLDER);
  private static final Bot BOT = Bot.of(READ.conversation(), 30, Path.of("target/hearing"));
  private static final List<ChatTest> TESTS = Shelf.tests(FOLDER);

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
  void allThatIsSaidIsWrittenOut() {
    Said said = Said.of(FOLDER, BOT.conversation());

    assertThat(said.file()).exists();
    assertThat(said.differences()).isEmpty();
  }

  @Test
  void theyReachEveryStateTransitionOptionOutcomeAndTopic() {
    Coverage coverage = new Coverage(BOT.conversation());
    Gaps gaps = Gaps.of(FOLDER, READ);
    TestPlayer player = new TestPlayer(BOT, coverage::note);
    TESTS.forEach(player::play);

    assertThat(TESTS).isNotEmpty();
    assertThat(coverage.missing().stream().map(gaps::line)).isEmpty();
  }
}
