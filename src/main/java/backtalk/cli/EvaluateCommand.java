package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.evaluation.CrossValidation;
import backtalk.cli.evaluation.EvaluationScores;
import backtalk.cli.evaluation.EvaluationSet;
import backtalk.cli.evaluation.EvaluationTable;
import backtalk.cli.evaluation.Evaluator;
import backtalk.cli.evaluation.GridEvaluation;
import backtalk.config.Config;
import backtalk.conversation.Conversation;
import backtalk.embedding.CachedEmbedder;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.InvalidFileException;
import backtalk.understanding.NluConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code evaluate}: measures the classifier on labelled messages and lists the errors. */
@Command(
    name = "evaluate",
    description = "Measures how well messages are understood, on labelled files; shows the errors.",
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {

  private static final long CACHE_BYTES = 64L << 20;

  private final Console console;
  private final Supplier<Config> settings;

  /** Holds the bot once it is built: files and the grid use the same one. */
  private @Nullable Bot bot;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "tab-separated, with a header: message red_flags kind | message topics | reply answer")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "cross-validates on the conversation's own training examples")
  private int folds;

  @Option(
      names = "--grid",
      paramLabel = "DIR",
      description = "joins every sign with every question of a folder, as first messages")
  private @Nullable Path grid;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "writes the table into this Markdown file, between its markers")
  private @Nullable Path into;

  public EvaluateCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    if (files.isEmpty() && folds < 2 && grid == null) {
      throw new InvalidFileException(
          "evaluate needs files, --grid DIR, or --folds with a number from 2 on");
    }
    EvaluationTable table = new EvaluationTable();
    if (!files.isEmpty()) {
      table.add("messages in files", evaluate(files.stream().map(EvaluationSet::read).toList()));
    }
    if (folds > 1) {
      table.add("examples in " + folds + " folds", fold());
    }
    if (grid != null) {
      EvaluationScores scores = grid(grid);
      print("grid " + grid, scores);
      table.add("signs beside questions", scores);
    }
    if (into != null) {
      table.write(into);
    }
    return 0;
  }

  private Bot bot() {
    if (bot == null) {
      bot = BotFactory.bot(settings.get());
    }
    return bot;
  }

  private EvaluationScores evaluate(List<EvaluationSet> sets) {
    Bot bot = bot();
    EvaluationScores all = new EvaluationScores();
    for (int i = 0; i < sets.size(); i++) {
      EvaluationScores scores =
          new Evaluator(bot.conversation(), bot.interpreter()).score(sets.get(i));
      print(String.valueOf(files.get(i)), scores);
      all.add(scores);
    }
    return all;
  }

  private EvaluationScores grid(Path folder) {
    Bot bot = bot();
    return new GridEvaluation(
            bot.conversation(),
            text -> new TerminalSession(bot, Clock.systemUTC()).takeTyped(text).turn())
        .score(folder);
  }

  private EvaluationScores fold() {
    Conversation conversation = BotFactory.take(settings.get().conversation());
    OnnxEmbedder model = OnnxEmbedder.load();
    CachedEmbedder cached = new CachedEmbedder(model, CACHE_BYTES);
    CrossValidation validation =
        new CrossValidation(NluConfig.of(conversation, model.words()), cached::embed, folds);
    EvaluationScores scores = new EvaluationScores();
    for (int i = 0; i < folds; i++) {
      CrossValidation.Fold fold = validation.fold(i);
      Evaluator evaluator = new Evaluator(conversation, fold.nluPipeline(), scores);
      fold.sets().forEach(evaluator::score);
    }
    print("examples in " + folds + " folds", scores);
    return scores;
  }

  private void print(String heading, EvaluationScores scores) {
    console.print("== " + heading);
    scores.lines().forEach(console::print);
    scores.mistakes().forEach(console::print);
  }
}
