package backtalk.cli;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.cli.evaluation.CrossValidation;
import backtalk.cli.evaluation.EvaluationScores;
import backtalk.cli.evaluation.EvaluationSet;
import backtalk.cli.evaluation.EvaluationTable;
import backtalk.cli.evaluation.Evaluator;
import backtalk.cli.evaluation.InvalidEvaluationFile;
import backtalk.config.Config;
import backtalk.conversation.Conversation;
import backtalk.embedding.CachedEmbedder;
import backtalk.embedding.OnnxEmbedder;
import backtalk.understanding.NluConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: how well messages are understood, with the ones that are not. */
@Command(
    name = "evaluate",
    description = "Tries hearing on files of messages with what they mean; shows what went wrong.",
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {

  private static final long VECTORS = 64L << 20;

  private final Console console;
  private final Supplier<Config> settings;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "tab-separated, with a header: message red_flags kind | message topics | reply answer")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "tries the conversation's own examples, each fold heard without itself")
  private int folds;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "writes the figures into this Markdown file, between their marks")
  private @Nullable Path into;

  /** An evaluation by these streams. */
  public EvaluateCommand(Console console, Supplier<Config> settings) {
    this.console = console;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    if (files.isEmpty() && folds < 2) {
      throw new InvalidEvaluationFile("evaluate needs files, or --folds with a number from 2 on");
    }
    EvaluationTable figures = new EvaluationTable();
    if (!files.isEmpty()) {
      figures.add("messages in files", evaluate(files.stream().map(EvaluationSet::read).toList()));
    }
    if (folds > 1) {
      figures.add("examples in " + folds + " folds", fold());
    }
    if (into != null) {
      figures.write(into);
    }
    return 0;
  }

  private EvaluationScores evaluate(List<EvaluationSet> practice) {
    Bot bot = BotFactory.bot(settings.get());
    EvaluationScores all = new EvaluationScores();
    for (int i = 0; i < practice.size(); i++) {
      EvaluationScores scores =
          new Evaluator(bot.conversation(), bot.interpreter()).score(practice.get(i));
      print(String.valueOf(files.get(i)), scores);
      all.add(scores);
    }
    return all;
  }

  private EvaluationScores fold() {
    Conversation conversation = BotFactory.take(settings.get().conversation());
    OnnxEmbedder model = OnnxEmbedder.load();
    CachedEmbedder cached = new CachedEmbedder(model, VECTORS);
    CrossValidation all =
        new CrossValidation(NluConfig.of(conversation, model.words()), cached::embed, folds);
    EvaluationScores scores = new EvaluationScores();
    for (int i = 0; i < folds; i++) {
      CrossValidation.Fold fold = all.fold(i);
      Evaluator evaluator = new Evaluator(conversation, fold.nluPipeline(), scores);
      fold.practice().forEach(evaluator::score);
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
