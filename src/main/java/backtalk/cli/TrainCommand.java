package backtalk.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.app.InvalidConversationException;
import backtalk.app.TrainingProcess;
import backtalk.cli.evaluation.Calibration;
import backtalk.conversation.Conversation;
import backtalk.embedding.CachedEmbedder;
import backtalk.embedding.EmbeddingException;
import backtalk.embedding.OnnxEmbedder;
import backtalk.understanding.NluConfig;
import backtalk.understanding.model.TrainingExample;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs {@code train}: trains the classifiers of a conversation before the first start, and fits
 * what the thresholds rest on.
 */
@Command(
    name = "train",
    description = "Trains on a conversation's examples, and shows what each threshold would do.",
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(TrainCommand.class);

  private static final long CACHE_BYTES = 128L << 20;

  /**
   * Sets the exit code where nothing can be trained: the conversation has mistakes, or the language
   * model does not load on this machine. The build goes on then.
   */
  private static final int NOT_TRAINED = 3;

  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "DIR", description = "the conversation")
  private Path conversation = Path.of("conversations/back-cracking");

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "folder of the trained model, unless it can be stored beside the program")
  private Path folder = Path.of("target/hearing");

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "fits the temperature on held-out examples and shows the thresholds")
  private int folds;

  public TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TrainingProcess.endWithParent();
    prepareFiles();
    try {
      train(BotFactory.take(conversation));
      return 0;
    } catch (InvalidConversationException mistakes) {
      mistakes.lines().forEach(console.err()::println);
    } catch (EmbeddingException notLoaded) {
      console.err().println("backtalk: " + notLoaded.getMessage());
    }
    return NOT_TRAINED;
  }

  private void train(Conversation read) {
    try (OnnxEmbedder model = OnnxEmbedder.load()) {
      NluConfig config = NluConfig.of(read, model.words());
      console.print("examples: " + counts(config));
      if (folds > 1) {
        CachedEmbedder cached = new CachedEmbedder(model, CACHE_BYTES);
        Calibration calibration = new Calibration(config, cached::embed, folds);
        double temperature = calibration.temperature();
        console.print(
            String.format(
                Locale.ROOT, "topic-temperature, fitted in %d folds: %.2f", folds, temperature));
        calibration.lines(temperature).forEach(console::print);
      }
      Bot.interpreter(read, folder, model);
    }
  }

  /**
   * Prepares the model's files where that is possible; without them the model loads more slowly.
   */
  private static void prepareFiles() {
    try {
      OnnxEmbedder.prepareFiles();
    } catch (EmbeddingException unwritable) {
      LOG.info("the language model's files cannot be prepared: {}", unwritable.getMessage());
    }
  }

  private static Map<String, Long> counts(NluConfig config) {
    return config.examples().stream()
        .map(TrainingExample::kind)
        .collect(
            groupingBy(
                kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                TreeMap::new,
                counting()));
  }
}
