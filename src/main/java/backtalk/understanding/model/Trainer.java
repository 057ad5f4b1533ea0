package backtalk.understanding.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns from examples: five heads on sentence embeddings. Deterministic. */
public final class Trainer {

  /** How far examples may be missed: found by trying on messages written by others. */
  private static final double RIDGE = 0.1;

  /** Topics overlap more than red flags do. */
  private static final double TOPIC_RIDGE = 0.3;

  private static final List<String> FLAG_KINDS =
      List.of(TrainingExample.Kind.NOW.name(), TrainingExample.Kind.SOMEONE.name());

  private final List<TrainingExample> examples;
  private final List<float[]> vectors;

  private Trainer(List<TrainingExample> examples, List<float[]> vectors) {
    this.examples = examples;
    this.vectors = vectors;
  }

  /** Learns; {@code embed} gives the vector of a plain text. */
  public static TrainedModel train(TrainingExamples lessons, Function<String, float[]> embed) {
    List<TrainingExample> examples = lessons.all();
    List<float[]> vectors =
        examples.parallelStream().map(example -> embed.apply(example.text())).toList();
    return new TrainedModel(
        new Trainer(examples, vectors).heads(), examples, TrainedModel.dimensions(vectors));
  }

  private TrainedModel.Heads heads() {
    int[] flags = rows(Set.of(TrainingExample.Kind.NOW, TrainingExample.Kind.SOMEONE));
    int[] topics = rows(Set.of(TrainingExample.Kind.TOPIC));
    int[] questions =
        rows(
            Set.of(
                TrainingExample.Kind.TOPIC,
                TrainingExample.Kind.FOREIGN,
                TrainingExample.Kind.TALK));
    return new TrainedModel.Heads(
        fit(telling(), row -> kind(row).name(), FLAG_KINDS, RIDGE),
        fit(flags, this::label, labels(flags), TOPIC_RIDGE),
        fit(topics, this::label, labels(topics), TOPIC_RIDGE),
        fit(questions, row -> kind(row).name(), List.of(TrainingExample.Kind.TOPIC.name()), RIDGE),
        fit(questions, this::talk, labels(rows(Set.of(TrainingExample.Kind.TALK))), RIDGE));
  }

  /** All examples but questions on topics that are facts too: "it hurts" may be either. */
  private int[] telling() {
    Set<String> facts = Set.copyOf(labels(rows(Set.of(TrainingExample.Kind.NOW))));
    return IntStream.range(0, examples.size())
        .filter(row -> !(kind(row) == TrainingExample.Kind.TOPIC && facts.contains(label(row))))
        .toArray();
  }

  private Classifier fit(int[] rows, IntFunction<String> of, List<String> labels, double ridge) {
    String[] own = Arrays.stream(rows).mapToObj(of).toArray(String[]::new);
    KernelRidgeRegression kernelRidgeRegression =
        new KernelRidgeRegression(vectors(rows), ridges(own, ridge));
    double[][] weights =
        labels.parallelStream()
            .map(label -> column(kernelRidgeRegression, own, label))
            .toArray(double[][]::new);
    double[] base = labels.stream().mapToDouble(label -> share(own, label)).toArray();
    return new Classifier(labels, rows, weights, base);
  }

  /** The weights of all rows for one label. */
  private static double[] column(
      KernelRidgeRegression kernelRidgeRegression, String[] own, String label) {
    double share = share(own, label);
    return kernelRidgeRegression.weights(
        Arrays.stream(own).mapToDouble(it -> (it.equals(label) ? 1 : 0) - share).toArray());
  }

  private static double share(String[] own, String label) {
    return Arrays.stream(own).mapToDouble(it -> it.equals(label) ? 1 : 0).average().orElse(0);
  }

  private float[][] vectors(int[] rows) {
    return Arrays.stream(rows).mapToObj(vectors::get).toArray(float[][]::new);
  }

  /** Rare labels may be missed less, by the root of how rare they are. */
  private static double[] ridges(String[] own, double ridge) {
    Map<String, Long> counts =
        Arrays.stream(own).collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    double[] roots =
        Arrays.stream(own)
            .mapToDouble(label -> Math.sqrt(counts.getOrDefault(label, 1L)))
            .toArray();
    double mean = Arrays.stream(roots).map(root -> 1 / root).average().orElse(1);
    return Arrays.stream(roots).map(root -> ridge * root * mean).toArray();
  }

  private int[] rows(Set<TrainingExample.Kind> kinds) {
    return IntStream.range(0, examples.size()).filter(row -> kinds.contains(kind(row))).toArray();
  }

  private List<String> labels(int[] rows) {
    return Arrays.stream(rows).mapToObj(this::label).distinct().toList();
  }

  /** The kind of talk; what is none has no label. */
  private String talk(int row) {
    return kind(row) == TrainingExample.Kind.TALK ? label(row) : "";
  }

  private TrainingExample.Kind kind(int row) {
    return examples.get(row).kind();
  }

  private String label(int row) {
    return examples.get(row).label();
  }
}
