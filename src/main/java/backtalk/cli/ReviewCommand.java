package backtalk.cli;

import backtalk.app.BotFactory;
import backtalk.cli.review.ClinicalReview;
import backtalk.config.Config;
import backtalk.loader.AtomicFile;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs {@code review}: writes a conversation as a document for a clinician to sign. */
@Command(
    name = "review",
    description =
        "Writes a conversation as a Markdown document that a clinician reviews and signs.",
    mixinStandardHelpOptions = true)
final class ReviewCommand extends FolderCommand {
  @Option(names = "--into", paramLabel = "FILE", description = "writes the document to this file")
  private @Nullable Path into;

  ReviewCommand(Console console, Supplier<Config> settings) {
    super(console, settings);
  }

  @Override
  int run(Path folder) {
    String review = ClinicalReview.of(BotFactory.take(folder));
    if (into == null) {
      console.print(review.stripTrailing());
    } else {
      AtomicFile.write(into, review);
    }
    return 0;
  }
}
