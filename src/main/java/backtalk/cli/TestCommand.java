package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.chattest.Coverage;
import backtalk.cli.chattest.TestFailure;
import backtalk.cli.chattest.TestPlayer;
import backtalk.cli.chattest.TestUpdater;
import backtalk.config.Config;
import backtalk.conversation.ConversationPart;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs {@code test}: plays the chat tests of a conversation. */
@Command(
    name = "test",
    description = "Plays a conversation's tests; shows those that fail and what none reaches.",
    mixinStandardHelpOptions = true)
final class TestCommand extends FolderCommand {
  @Option(
      names = "--update",
      description = "rewrites expected texts (says, buttons) that no longer hold, in their files")
  private boolean update;

  TestCommand(Console console, Supplier<Config> settings) {
    super(console, settings);
  }

  @Override
  int run(Path folder) {
    Config config = settings.get();
    List<ChatTest> tests = BotFactory.tests(folder);
    Bot bot = BotFactory.bot(folder, config);
    Coverage coverage = new Coverage(bot.conversation());
    List<TestFailure> failures = play(tests, folder, new TestPlayer(bot, coverage::record));
    failures.forEach(failure -> console.print(failure.text(folder)));
    printMissing(coverage.missing(), folder);
    console.print(coverage.summary());
    console.print(summary(tests.size(), failures.size()));
    return failures.isEmpty() ? 0 : 1;
  }

  private void printMissing(List<ConversationPart.Reachable> missing, Path folder) {
    if (!missing.isEmpty()) {
      LoadResult.Read read = BotFactory.read(folder);
      missing.forEach(part -> console.print(Coverage.line(part, folder, read)));
    }
  }

  private List<TestFailure> play(List<ChatTest> tests, Path folder, TestPlayer player) {
    if (!update) {
      return tests.stream().map(player::play).flatMap(Optional::stream).toList();
    }
    TestUpdater updater = new TestUpdater(folder, player);
    updater.update(tests);
    updater.lines().forEach(console::print);
    return updater.failures();
  }

  private static String summary(int tests, int failures) {
    return failures == 0 ? tests + " chats hold" : failures + " of " + tests + " chats do not hold";
  }
}
