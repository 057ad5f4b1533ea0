package backtalk.cli;

import backtalk.Config;
import backtalk.conversation.Conversation;
import backtalk.library.ChatTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<String> mistakes = new ArrayList<>();
    Optional<Conversation> conversation = read(() -> Shelf.take(folder), mistakes);
    Optional<List<ChatTest>> tests = read(() -> Shelf.tests(folder), mistakes);
    mistakes.forEach(streams::print);
    if (conversation.isEmpty() || tests.isEmpty()) {
      return 1;
    }
    streams.print(folder + ": " + summary(conversation.get(), tests.get()));
    return 0;
  }

  private static <T> Optional<T> read(Supplier<T> reading, List<String> mistakes) {
    try {
      return Optional.of(reading.get());
    } catch (BadConversation bad) {
      mistakes.addAll(bad.lines());
      return Optional.empty();
    }
  }

  private static String summary(Conversation conversation, List<ChatTest> tests) {
    return String.format(
        "no mistake in %d states, %d outcomes, %d facts, %d topics, %d claims and %d tests."
            + " This checks the files, not yet every dialogue that they allow.",
        conversation.machine().states().size(),
        conversation.machine().outcomes().size(),
        conversation.machine().facts().size(),
        conversation.topics().size(),
        conversation.sources().claims().size(),
        tests.size());
  }
}
