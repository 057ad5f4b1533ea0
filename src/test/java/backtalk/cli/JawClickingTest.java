package backtalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import backtalk.conversation.Conversation;
import backtalk.library.ChatTest;
import backtalk.library.Library;
import backtalk.library.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A conversation about something else than a back takes files alone, and no Java. */
class JawClickingTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "src/test/resources/jaw-clicking");

  private static Conversation conversation;
  private static Bot bot;
  private static List<ChatTest> tests;

  @BeforeAll
  static void read() {
    conversation = Shelf.take(FOLDER);
    bot = Bot.of(conversation, 30, Path.of("target/hearing"));
    tests = Shelf.tests(FOLDER);
  }

  @Test
  void hasNoMistake() {
    assertThat(Library.read(FOLDER)).isInstanceOf(Reading.Read.class);
  }

  @Test
  void saysThatItIsASample() {
    assertThat(conversation.about().title()).contains("sample", "not for use with people");
    assertThat(conversation.sources().sources().values())
        .allSatisfy(source -> assertThat(source.title()).contains("not for use with people"));
  }

  @TestFactory
  Stream<DynamicTest> chatsThatMustHold() {
    TestPlayer player = new TestPlayer(bot, exchange -> {});
    return tests.stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.name(),
                    () -> player.play(test).ifPresent(failure -> fail(failure.text(FOLDER)))));
  }

  @Test
  void theyReachEveryStateTransitionOptionOutcomeAndTopic() {
    Coverage coverage = new Coverage(bot.conversation());
    TestPlayer player = new TestPlayer(bot, coverage::note);
    tests.forEach(player::play);

    assertThat(tests).isNotEmpty();
    Gaps gaps = Gaps.of(FOLDER, Shelf.read(FOLDER));
    assertThat(coverage.missing().stream().map(gaps::line)).isEmpty();
  }
}
