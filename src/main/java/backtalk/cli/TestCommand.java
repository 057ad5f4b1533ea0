package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.chattest.Coverage;
import backtalk.cli.chattest.CoveredParts;
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
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code test}: plays the chat tests of a conversation. */
@Command(
    name = "test",
    description = "Plays a conversation's tests; shows those that fail and what none reaches.",
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Config> settings;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "default: the CONVERSATION setting")
  private @Nullable Path folder;

  @Option(
      names = "--update",
      description = "rewrites expected texts (says, buttons) that no longer hold, in their files")
  private boolean update;

  /** Creates the command on a console. */
  public TestCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Config config = settings.get();
    Path folder = this.folder == null ? config.conversation() : this.folder;
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
      missing.forEach(part -> console.print(CoveredParts.line(part, folder, read)));
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
