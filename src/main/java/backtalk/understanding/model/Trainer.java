package backtalk.understanding.model;

import backtalk.understanding.NluResult;
import backtalk.understanding.model.TrainingExample.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trains five classifiers on sentence embeddings of examples; deterministic. */
public final class Trainer {

  /** Sets the regularisation; tuned on messages by other writers. */
  private static final double RIDGE = 0.1;

  /** Sets a stronger regularisation for topics and facts, which overlap more than red flags. */
  private static final double TOPIC_RIDGE = 0.3;

  private static final Set<Kind> ORDINARY =
      EnumSet.of(Kind.TOPIC, Kind.OUT_OF_SCOPE, Kind.SMALL_TALK);

  private static final List<String> FLAG_KINDS = List.of(Kind.NOW.name(), Kind.SOMEONE_ELSE.name());

  private final List<TrainingExample> examples;
  private final List<float[]> vectors;

  private Trainer(List<TrainingExample> examples, List<float[]> vectors) {
    this.examples = examples;
    this.vectors = vectors;
  }

  /**
   * Trains a model.
   *
   * @param examples the examples in plain form
   * @param embed returns the vector of a plain text
   */
  public static TrainedModel train(
      List<TrainingExample> examples, Function<String, float[]> embed) {
    List<float[]> vectors =
        examples.parallelStream().map(example -> embed.apply(example.text())).toList();
    PrincipalComponents components = PrincipalComponents.of(vectors, PrincipalComponents.COUNT);
    List<float[]> projected = vectors.stream().map(components::project).toList();
    return new TrainedModel(
        new Trainer(examples, projected).classifiers(),
        examples,
        components,
        TrainedModel.dimensions(projected));
  }

  private TrainedModel.Classifiers classifiers() {
    int[] flags = rows(Set.of(Kind.NOW, Kind.SOMEONE_ELSE));
    int[] topics = rows(Set.of(Kind.TOPIC));
    int[] messages = rows(Set.of(Kind.TOPIC, Kind.OUT_OF_SCOPE, Kind.SMALL_TALK));
    int[] questions =
        Arrays.stream(messages).filter(row -> !label(row).equals(NluResult.FOLLOW_UP)).toArray();
    return new TrainedModel.Classifiers(
        fit(flagRows(), row -> kind(row).name(), FLAG_KINDS, RIDGE),
        fit(flags, this::label, labels(flags), TOPIC_RIDGE),
        fit(topics, this::label, labels(topics), TOPIC_RIDGE),
        fit(questions, row -> kind(row).name(), List.of(Kind.TOPIC.name()), RIDGE),
        fit(messages, this::smallTalk, labels(rows(Set.of(Kind.SMALL_TALK))), RIDGE));
  }

  /**
   * Returns the rows that red flags are told from: of ordinary messages about half, because the
   * memory of the training grows with the square of the rows. Questions on topics that are facts
   * too are left out: "it hurts" may be either.
   */
  private int[] flagRows() {
    Set<String> facts = Set.copyOf(labels(rows(Set.of(Kind.NOW))));
    return IntStream.range(0, examples.size())
        .filter(row -> !ORDINARY.contains(kind(row)) || isSampled(row))
        .filter(row -> !(kind(row) == Kind.TOPIC && facts.contains(label(row))))
        .toArray();
  }

  /** Chooses by the text alone, so that a new example does not change which others are taken. */
  private boolean isSampled(int row) {
    return examples.get(row).text().hashCode() % 2 == 0;
  }

  private Classifier fit(
      int[] rows, IntFunction<String> labelOf, List<String> labels, double ridge) {
    List<String> rowLabels = Arrays.stream(rows).mapToObj(labelOf).toList();
    KernelRidgeRegression regression =
        new KernelRidgeRegression(
            Arrays.stream(rows).mapToObj(vectors::get).toArray(float[][]::new),
            ridges(rowLabels, ridge));
    float[][] weights =
        labels.parallelStream()
            .map(label -> weights(regression, rowLabels, label))
            .toArray(float[][]::new);
    double[] base = labels.stream().mapToDouble(label -> share(rowLabels, label)).toArray();
    return new Classifier(labels, rows, weights, base);
  }

  /** Returns the weights of all rows for one label. */
  private static float[] weights(
      KernelRidgeRegression regression, List<String> rowLabels, String label) {
    double share = share(rowLabels, label);
    double[] fitted =
        regression.weights(
            rowLabels.stream().mapToDouble(it -> (it.equals(label) ? 1 : 0) - share).toArray());
    float[] weights = new float[fitted.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) fitted[i];
    }
    return weights;
  }

  private static double share(List<String> rowLabels, String label) {
    return rowLabels.stream().mapToDouble(it -> it.equals(label) ? 1 : 0).average().orElse(0);
  }

  /**
   * Scales the regularisation of each row by the square root of its label's frequency, so that rare
   * labels are fitted closely.
   */
  private static double[] ridges(List<String> rowLabels, double ridge) {
    Map<String, Long> counts =
        rowLabels.stream().collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    double[] roots =
        rowLabels.stream()
            .mapToDouble(label -> Math.sqrt(counts.getOrDefault(label, 1L)))
            .toArray();
    double mean = Arrays.stream(roots).map(root -> 1 / root).average().orElse(1);
    return Arrays.stream(roots).map(root -> ridge * root * mean).toArray();
  }

  private int[] rows(Set<Kind> kinds) {
    return IntStream.range(0, examples.size()).filter(row -> kinds.contains(kind(row))).toArray();
  }

  private List<String> labels(int[] rows) {
    return Arrays.stream(rows).mapToObj(this::label).distinct().toList();
  }

  /** Returns the kind of small talk; empty for other examples. */
  private String smallTalk(int row) {
    return kind(row) == Kind.SMALL_TALK ? label(row) : "";
  }

  private Kind kind(int row) {
    return examples.get(row).kind();
  }

  private String label(int row) {
    return examples.get(row).label();
  }
}
