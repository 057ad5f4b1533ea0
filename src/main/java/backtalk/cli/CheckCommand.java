package backtalk.cli;

import backtalk.app.BotFactory;
import backtalk.app.InvalidConversationException;
import backtalk.app.ProofReport;
import backtalk.config.Config;
import backtalk.conversation.Conversation;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import backtalk.proof.Promise;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code check}: reports every mistake in a conversation's files and every broken promise. */
@Command(
    name = "check",
    description =
        "Names every mistake and every broken promise of a conversation, with the shortest chat.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Config> settings;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "default: the CONVERSATION setting")
  private @Nullable Path folder;

  @Option(
      names = "--against",
      paramLabel = "OLD_DIR",
      description =
          "the version that runs now; also reports what happens to dialogues saved under it")
  private @Nullable Path against;

  /** Creates the command on a console. */
  public CheckCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Path folder = this.folder == null ? settings.get().conversation() : this.folder;
    List<String> mistakes = new ArrayList<>();
    Optional<LoadResult.Read> read = read(() -> BotFactory.read(folder), mistakes);
    Optional<List<ChatTest>> tests = read(() -> BotFactory.tests(folder), mistakes);
    Optional<TimedProof> proved = read.map(CheckCommand::prove);
    proved.ifPresent(it -> mistakes.addAll(lines(folder, read.orElseThrow(), it.proof())));
    Optional<MigrationReport> report = read.flatMap(it -> against(it, mistakes));
    report.ifPresent(it -> mistakes.addAll(it.lost()));
    mistakes.stream().distinct().forEach(console::print);
    report.ifPresent(it -> it.positions().forEach(console::print));
    if (!mistakes.isEmpty()) {
      return 1;
    }
    report(folder, read.orElseThrow().conversation(), tests.orElseThrow(), proved.orElseThrow());
    return 0;
  }

  private Optional<MigrationReport> against(LoadResult.Read now, List<String> mistakes) {
    Path old = against;
    return old == null ? Optional.empty() : read(() -> MigrationReport.of(old, now), mistakes);
  }

  /** Holds a proof and its duration in milliseconds. */
  private record TimedProof(Proof proof, long millis) {}

  private static TimedProof prove(LoadResult.Read read) {
    long began = System.nanoTime();
    Proof proof = Prover.prove(read.conversation());
    return new TimedProof(proof, (System.nanoTime() - began) / 1_000_000);
  }

  private static List<String> lines(Path folder, LoadResult.Read read, Proof proof) {
    return new ProofReport(folder, read.sourceMap()).lines(proof);
  }

  private static <T> Optional<T> read(Supplier<T> reading, List<String> mistakes) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidConversationException invalid) {
      mistakes.addAll(invalid.lines());
      return Optional.empty();
    }
  }

  private void report(
      Path folder, Conversation conversation, List<ChatTest> tests, TimedProof proved) {
    console.print(folder + ": " + summary(conversation, tests));
    if (proved.proof() instanceof Proof.Holds(Proof.Extent extent)) {
      console.print(extent(extent, proved.millis()));
    }
    for (Promise.Verification verification : Promise.Verification.values()) {
      console.print(verification.words() + ": " + words(verification));
    }
    console.print(
        "This is about what the bot does with what it understood. How well it understands is"
            + " measured, not proved: see 'backtalk evaluate'.");
  }

  private static String extent(Proof.Extent extent, long millis) {
    return String.format(
        Locale.ROOT,
        "explored: all %s ways to answer %d facts, each with a check begun and not,"
            + " in %,d classes and %.2f s.",
        String.format(Locale.ROOT, "%,d", extent.assignments()),
        extent.facts(),
        extent.classes(),
        millis / 1000.0);
  }

  private static String words(Promise.Verification verification) {
    return Arrays.stream(Promise.values())
        .filter(promise -> promise.verification() == verification)
        .map(Promise::word)
        .collect(Collectors.joining(", "));
  }

  private static String summary(Conversation conversation, List<ChatTest> tests) {
    return String.format(
        "no mistake in %d states, %d outcomes, %d facts, %d topics, %d claims and %d tests.",
        conversation.machine().states().size(),
        conversation.machine().outcomes().size(),
        conversation.machine().facts().size(),
        conversation.topics().size(),
        conversation.sources().claims().size(),
        tests.size());
  }
}
