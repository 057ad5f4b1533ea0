package backtalk.cli.evaluation;

import backtalk.understanding.NluConfig;
import backtalk.understanding.NluPipeline;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Splits the training examples into folds; each fold is evaluated by a classifier trained on the
 * others. Neighbouring examples are often variants of one thought, so they stay in one fold.
 */
public record CrossValidation(NluConfig config, Function<String, float[]> embed, int folds) {

  /** Sets how many neighbouring examples stay together. */
  private static final int BLOCK = 5;

  /**
   * Holds the trained pipeline of a fold, its model, the held-out examples and the evaluation sets
   * made of them.
   */
  public record Fold(
      NluPipeline nluPipeline,
      TrainedModel model,
      List<TrainingExample> held,
      List<EvaluationSet> sets) {}

  public Fold fold(int number) {
    List<TrainingExample> trained = new ArrayList<>();
    List<TrainingExample> held = new ArrayList<>();
    List<TrainingExample> all = config.examples();
    for (int i = 0; i < all.size(); i++) {
      (i / BLOCK % folds == number ? held : trained).add(all.get(i));
    }
    NluConfig without = config.withExamples(trained);
    TrainedModel model = without.train(embed);
    return new Fold(new NluPipeline(without, model, embed), model, held, sets(held));
  }

  private static List<EvaluationSet> sets(List<TrainingExample> held) {
    Map<EvaluationSet.Task, List<EvaluationSet.Row>> rows = new EnumMap<>(EvaluationSet.Task.class);
    for (TrainingExample example : held) {
      switch (example.kind()) {
        case NOW -> add(rows, EvaluationSet.Task.FLAGS, example, Evaluator.NOW);
        case SOMEONE_ELSE -> add(rows, EvaluationSet.Task.FLAGS, example, Evaluator.SOMEONE_NOW);
        case NEGATIVE -> add(rows, EvaluationSet.Task.FLAGS, example, example.label());
        case TOPIC, OUT_OF_SCOPE -> add(rows, EvaluationSet.Task.TOPICS, example, "");
        case OTHER_FACT, SMALL_TALK -> {}
      }
    }
    return rows.entrySet().stream().map(e -> new EvaluationSet(e.getKey(), e.getValue())).toList();
  }

  private static void add(
      Map<EvaluationSet.Task, List<EvaluationSet.Row>> rows,
      EvaluationSet.Task task,
      TrainingExample example,
      String kind) {
    rows.computeIfAbsent(task, each -> new ArrayList<>())
        .add(new EvaluationSet.Row(example.text(), Set.of(example.label()), kind));
  }
}
