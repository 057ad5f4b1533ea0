package backtalk.understanding.model;

import java.util.Arrays;
import java.util.List;

/**
 * Holds the trained classifiers, the projected embeddings of their examples, and an index of the
 * questions about topics; immutable.
 */
public final class TrainedModel {

  private final Classifiers classifiers;
  private final List<TrainingExample> examples;
  private final PrincipalComponents components;

  /**
   * Holds the example vectors transposed, so that a text is compared with all of them in one pass
   * per dimension.
   */
  private final float[][] dimensions;

  private final CharNgramIndex topicNgrams;

  /**
   * Creates a model; {@code dimensions} is not copied and must not be changed afterwards.
   *
   * @param examples every example, in plain form, in the order of the classifiers' rows
   * @param components by which vectors are projected
   * @param dimensions for each component the coordinates of all examples
   */
  public TrainedModel(
      Classifiers classifiers,
      List<TrainingExample> examples,
      PrincipalComponents components,
      float[][] dimensions) {
    this.classifiers = classifiers;
    this.examples = List.copyOf(examples);
    this.components = components;
    this.dimensions = dimensions;
    this.topicNgrams = new CharNgramIndex(of(TrainingExample.Kind.TOPIC));
  }

  /** Transposes vectors of equal size into dimensions. */
  public static float[][] dimensions(List<float[]> vectors) {
    int size = vectors.isEmpty() ? 0 : vectors.getFirst().length;
    float[][] dimensions = new float[size][vectors.size()];
    for (int i = 0; i < vectors.size(); i++) {
      float[] vector = vectors.get(i);
      for (int d = 0; d < size; d++) {
        dimensions[d][i] = vector[d];
      }
    }
    return dimensions;
  }

  /**
   * Holds the classifiers.
   *
   * @param flag distinguishes messages that state a red flag of the writer, of another person, or
   *     none
   * @param fact distinguishes the facts
   * @param topic distinguishes the topics
   * @param scope distinguishes questions about any topic from everything else
   * @param talk distinguishes kinds of small talk from each other and from everything else
   */
  public record Classifiers(
      Classifier flag, Classifier fact, Classifier topic, Classifier scope, Classifier talk) {}

  /** Returns the classifiers. */
  public Classifiers classifiers() {
    return classifiers;
  }

  /** Returns the examples, in plain form. */
  public List<TrainingExample> examples() {
    return examples;
  }

  /** Returns a copy of the example coordinates, one array per dimension. */
  public float[][] dimensions() {
    return Arrays.stream(dimensions).map(float[]::clone).toArray(float[][]::new);
  }

  /** Returns the components by which vectors are projected. */
  public PrincipalComponents components() {
    return components;
  }

  /** Returns the index of the questions about topics. */
  CharNgramIndex topicNgrams() {
    return topicNgrams;
  }

  /** Returns the examples of a kind. */
  public List<TrainingExample> of(TrainingExample.Kind kind) {
    return examples.stream().filter(example -> example.kind() == kind).toList();
  }

  /** Returns the kernels of a text with this vector and each example. */
  double[] kernels(float[] vector) {
    float[] projected = components.project(vector);
    float[] cosines = new float[examples.size()];
    for (int d = 0; d < dimensions.length; d++) {
      add(cosines, dimensions[d], projected[d]);
    }
    double[] kernels = new double[cosines.length];
    Arrays.setAll(kernels, example -> KernelRidgeRegression.kernel(cosines[example]));
    return kernels;
  }

  private static void add(float[] sums, float[] dimension, float factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * dimension[i];
    }
  }
}
