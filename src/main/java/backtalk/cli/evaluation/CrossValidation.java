package backtalk.cli.evaluation;

import backtalk.understanding.NluConfig;
import backtalk.understanding.NluPipeline;
import backtalk.understanding.model.TrainingExample;
import backtalk.understanding.model.TrainingExamples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Examples in folds: each fold is heard by ears that learned from the others. Neighbours in a file
 * are often the same thought in other words, so they stay together.
 */
public final class CrossValidation {

  /** So many neighbouring examples stay together. */
  private static final int TOGETHER = 5;

  private final NluConfig config;
  private final Function<String, float[]> embed;
  private final int folds;

  public CrossValidation(NluConfig config, Function<String, float[]> embed, int folds) {
    this.config = config;
    this.embed = embed;
    this.folds = folds;
  }

  /** One fold: ears, and what to try them on. */
  public record Fold(NluPipeline nluPipeline, List<EvaluationSet> practice) {}

  public Fold fold(int number) {
    List<TrainingExample> learned = new ArrayList<>();
    List<TrainingExample> held = new ArrayList<>();
    List<TrainingExample> all = config.examples().all();
    for (int i = 0; i < all.size(); i++) {
      (i / TOGETHER % folds == number ? held : learned).add(all.get(i));
    }
    NluConfig without = config.withExamples(new TrainingExamples(learned));
    return new Fold(new NluPipeline(without, without.train(embed), embed), practice(held));
  }

  private static List<EvaluationSet> practice(List<TrainingExample> held) {
    Map<EvaluationSet.Of, List<EvaluationSet.Row>> rows = new EnumMap<>(EvaluationSet.Of.class);
    for (TrainingExample example : held) {
      switch (example.kind()) {
        case NOW -> add(rows, EvaluationSet.Of.FLAGS, example, Evaluator.NOW);
        case SOMEONE_ELSE -> add(rows, EvaluationSet.Of.FLAGS, example, Evaluator.SOMEONE_NOW);
        case NEGATIVE -> add(rows, EvaluationSet.Of.FLAGS, example, example.label());
        case TOPIC, OUT_OF_SCOPE -> add(rows, EvaluationSet.Of.TOPICS, example, "");
        case OTHER_FACT, SMALL_TALK -> {}
      }
    }
    return rows.entrySet().stream().map(e -> new EvaluationSet(e.getKey(), e.getValue())).toList();
  }

  private static void add(
      Map<EvaluationSet.Of, List<EvaluationSet.Row>> rows,
      EvaluationSet.Of of,
      TrainingExample example,
      String kind) {
    rows.computeIfAbsent(of, each -> new ArrayList<>())
        .add(new EvaluationSet.Row(example.text(), Set.of(example.label()), kind));
  }
}
