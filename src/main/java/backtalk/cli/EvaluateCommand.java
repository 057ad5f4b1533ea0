package backtalk.cli;

import backtalk.Config;
import backtalk.conversation.Conversation;
import backtalk.embedding.CachedEmbedder;
import backtalk.embedding.OnnxEmbedder;
import backtalk.understanding.Tuning;
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

  private final Streams streams;
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
  public EvaluateCommand(Streams streams, Supplier<Config> settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    if (files.isEmpty() && folds < 2) {
      throw new BadPractice("evaluate needs files, or --folds with a number from 2 on");
    }
    Figures figures = new Figures();
    if (!files.isEmpty()) {
      figures.add("messages in files", evaluate(files.stream().map(Practice::read).toList()));
    }
    if (folds > 1) {
      figures.add("examples in " + folds + " folds", fold());
    }
    if (into != null) {
      figures.write(into);
    }
    return 0;
  }

  private Scores evaluate(List<Practice> practice) {
    Bot bot = Shelf.bot(settings.get());
    Scores all = new Scores();
    for (int i = 0; i < practice.size(); i++) {
      Scores scores = new Evaluation(bot.conversation(), bot.listener()).score(practice.get(i));
      print(String.valueOf(files.get(i)), scores);
      all.add(scores);
    }
    return all;
  }

  private Scores fold() {
    Conversation conversation = Shelf.take(settings.get().conversation());
    OnnxEmbedder model = OnnxEmbedder.load();
    CachedEmbedder cached = new CachedEmbedder(model, VECTORS);
    Folds all = new Folds(Tuning.of(conversation, model.words()), cached::embed, folds);
    Scores scores = new Scores();
    for (int i = 0; i < folds; i++) {
      Folds.Fold fold = all.fold(i);
      Evaluation evaluation = new Evaluation(conversation, fold.ears(), scores);
      fold.practice().forEach(evaluation::score);
    }
    print("examples in " + folds + " folds", scores);
    return scores;
  }

  private void print(String heading, Scores scores) {
    streams.print("== " + heading);
    scores.lines().forEach(streams::print);
    scores.mistakes().forEach(streams::print);
  }
}
