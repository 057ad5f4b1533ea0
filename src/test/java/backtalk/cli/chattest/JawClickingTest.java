package backtalk.cli.chattest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.conversation.Conversation;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Checks that a conversation on another subject needs files only, and no Java. */
class JawClickingTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "src/test/resources/jaw-clicking");

  private static Conversation conversation;
  private static Bot bot;
  private static List<ChatTest> tests;

  @BeforeAll
  static void read() {
    conversation = BotFactory.take(FOLDER);
    bot = Bot.of(conversation, 30, Path.of("target/hearing"), OnnxEmbedder.load());
    tests = BotFactory.tests(FOLDER);
  }

  @Test
  void theConversationHasNoMistake() {
    assertThat(ConversationFiles.of(FOLDER).read()).isInstanceOf(LoadResult.Read.class);
  }

  @Test
  void theConversationSaysThatItIsASample() {
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
  void theTestsReachEveryStateTransitionOptionOutcomeAndTopic() {
    Coverage coverage = new Coverage(bot.conversation());
    TestPlayer player = new TestPlayer(bot, coverage::record);
    tests.forEach(player::play);

    assertThat(tests).isNotEmpty();
    LoadResult.Read read = BotFactory.read(FOLDER);
    assertThat(coverage.missing().stream().map(part -> Coverage.line(part, FOLDER, read)))
        .isEmpty();
  }
}
