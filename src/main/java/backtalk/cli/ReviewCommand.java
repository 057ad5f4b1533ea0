package backtalk.cli;

import backtalk.app.BotFactory;
import backtalk.cli.review.ClinicalReview;
import backtalk.config.Config;
import backtalk.loader.AtomicFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code review}: writes a conversation as a document for a clinician to sign. */
@Command(
    name = "review",
    description =
        "Writes a conversation as a Markdown document that a clinician reviews and signs.",
    mixinStandardHelpOptions = true)
public final class ReviewCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Config> settings;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "default: the CONVERSATION setting")
  private @Nullable Path folder;

  @Option(names = "--into", paramLabel = "FILE", description = "writes the document to this file")
  private @Nullable Path into;

  /** Creates the command on a console. */
  public ReviewCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Path folder = this.folder == null ? settings.get().conversation() : this.folder;
    String review = ClinicalReview.of(BotFactory.take(folder));
    if (into == null) {
      console.print(review.stripTrailing());
    } else {
      AtomicFile.write(into, review);
    }
    return 0;
  }
}
