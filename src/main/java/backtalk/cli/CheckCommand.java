package backtalk.cli;

import backtalk.app.BotFactory;
import backtalk.app.InvalidConversationException;
import backtalk.app.ProofReport;
import backtalk.config.Config;
import backtalk.conversation.Conversation;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import backtalk.loader.yaml.SourceLocation;
import backtalk.proof.MigrationProof;
import backtalk.proof.Promise;
import backtalk.proof.Proof;
import backtalk.proof.Prover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs {@code check}: reports every mistake in a conversation's files and every broken promise. */
@Command(
    name = "check",
    description =
        "Names every mistake and every broken promise of a conversation, with the shortest chat.",
    mixinStandardHelpOptions = true)
final class CheckCommand extends FolderCommand {
  @Option(
      names = "--against",
      paramLabel = "OLD_DIR",
      description =
          "the version that runs now; also reports what happens to dialogues saved under it")
  private @Nullable Path against;

  CheckCommand(Console console, Supplier<Config> settings) {
    super(console, settings);
  }

  @Override
  int run(Path folder) {
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

  /** Reports what happens to dialogues saved under an older version of a conversation. */
  private record MigrationReport(
      Path oldFolder, LoadResult.Read old, MigrationProof migrationProof) {

    /** Compares the older version in a folder with the current version. */
    static MigrationReport of(Path oldFolder, LoadResult.Read now) {
      LoadResult.Read old = BotFactory.older(oldFolder);
      return new MigrationReport(
          oldFolder, old, MigrationProof.of(old.conversation(), now.conversation()));
    }

    /** Returns a line for each fact that would be lost; empty when every dialogue continues. */
    List<String> lost() {
      return migrationProof.lost().stream().map(this::lost).toList();
    }

    private String lost(String fact) {
      SourceLocation location = old.sourceMap().fact(fact);
      return "%s:%d: '%s' is gone, and what people told of it would be lost. Name its new id under"
              .formatted(oldFolder.resolve(location.file()), location.line(), fact)
          + " 'renamed' in conversation.yaml, or give it up under 'retired'.";
    }

    /** Returns a line for each position in which a dialogue can have been saved. */
    List<String> positions() {
      return migrationProof.positions().entrySet().stream().map(MigrationReport::position).toList();
    }

    private static String position(Map.Entry<String, MigrationProof.Next> position) {
      MigrationProof.Next next = position.getValue();
      String again = String.join(", ", next.askedAgain());
      if (again.isEmpty()) {
        return "saved in " + position.getKey() + ": goes on";
      }
      return "saved in "
          + position.getKey()
          + ": "
          + (next.goesOn() ? "goes on, or, as its answers are, finds itself" : "finds itself")
          + " in "
          + again
          + " and is told so";
    }
  }
}
