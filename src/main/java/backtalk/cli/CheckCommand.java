package backtalk.cli;

import backtalk.Config;
import backtalk.conversation.Conversation;
import backtalk.library.Reading;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check}: every mistake in the files of a conversation. */
@Command(
    name = "check",
    description = "Names every mistake in a conversation's files; none: says what was read.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  private final Streams streams;
  private final Supplier<Config> settings;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "default: the CONVERSATION setting")
  private @Nullable Path folder;

  /** A check that writes to these streams. */
  public CheckCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Path folder = this.folder == null ? settings.get().conversation() : this.folder;
    try {
      streams.print(summary(folder, Shelf.take(folder)));
      return 0;
    } catch (BadConversation bad) {
      bad.lines().forEach(streams::print);
      return 1;
    }
  }

  private static String summary(Path folder, Reading.Read read) {
    Conversation conversation = read.conversation();
    return String.format(
        "%s: read without a mistake: %d states, %d outcomes, %d facts, %d topics, %d claims."
            + " This checks the files, not yet every dialogue that they allow.",
        folder,
        conversation.machine().states().size(),
        conversation.machine().outcomes().size(),
        conversation.machine().facts().size(),
        conversation.topics().size(),
        conversation.sources().claims().size());
  }
}
