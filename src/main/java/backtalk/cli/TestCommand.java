package backtalk.cli;

import backtalk.Config;
import backtalk.library.ChatTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: plays the chats that a conversation's author wrote down. */
@Command(
    name = "test",
    description = "Plays a conversation's tests; shows those that fail and what none reaches.",
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
  private final Streams streams;
  private final Supplier<Config> settings;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "default: the CONVERSATION setting")
  private @Nullable Path folder;

  @Option(
      names = "--update",
      description =
          "rewrites expected texts (says, buttons, said.txt) that no longer hold, in their files")
  private boolean update;

  /** A playing that writes to these streams. */
  public TestCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Config config = settings.get();
    Path folder = this.folder == null ? config.conversation() : this.folder;
    List<ChatTest> tests = Shelf.tests(folder);
    Bot bot = Shelf.bot(folder, config);
    Coverage coverage = new Coverage(bot.conversation());
    List<Failure> failures = play(tests, folder, new TestPlayer(bot, coverage::note));
    failures.forEach(failure -> streams.print(failure.text(folder)));
    List<String> differences = said(Said.of(folder, bot.conversation()));
    differences.forEach(streams::print);
    printGaps(coverage.missing(), folder);
    streams.print(coverage.summary());
    streams.print(summary(tests.size(), failures.size()));
    return failures.isEmpty() && differences.isEmpty() ? 0 : 1;
  }

  private List<String> said(Said said) {
    if (update) {
      said.update();
    }
    return said.differences();
  }

  private void printGaps(List<Waypoint> missing, Path folder) {
    if (!missing.isEmpty()) {
      Gaps gaps = Gaps.of(folder, Shelf.read(folder));
      missing.stream().map(gaps::line).forEach(streams::print);
    }
  }

  private List<Failure> play(List<ChatTest> tests, Path folder, TestPlayer player) {
    if (!update) {
      return tests.stream().map(player::play).flatMap(Optional::stream).toList();
    }
    Updating updating = new Updating(folder, player);
    updating.update(tests);
    updating.lines().forEach(streams::print);
    return updating.failures();
  }

  private static String summary(int tests, int failures) {
    return failures == 0 ? tests + " chats hold" : failures + " of " + tests + " chats do not hold";
  }
}
