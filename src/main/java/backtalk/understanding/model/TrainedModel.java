package backtalk.understanding.model;

import java.util.Arrays;
import java.util.List;

/** What was learned from examples, ready for hearing. Never changed. */
public final class TrainedModel {

  private final Heads heads;
  private final List<TrainingExample> examples;

  /** The vectors of the examples, but dimension by dimension: so they are compared all at once. */
  private final float[][] dimensions;

  /**
   * What was learned.
   *
   * @param examples every example, in plain form, in the order that the heads know them by
   * @param dimensions for each dimension where each of them lies along it; given away
   */
  public TrainedModel(Heads heads, List<TrainingExample> examples, float[][] dimensions) {
    this.heads = heads;
    this.examples = List.copyOf(examples);
    this.dimensions = dimensions;
  }

  /** Vectors of length 1, all as long as each other, turned into dimensions. */
  public static float[][] dimensions(List<float[]> vectors) {
    int wide = vectors.isEmpty() ? 0 : vectors.getFirst().length;
    float[][] turned = new float[wide][vectors.size()];
    for (int i = 0; i < vectors.size(); i++) {
      float[] vector = vectors.get(i);
      for (int d = 0; d < wide; d++) {
        turned[d][i] = vector[d];
      }
    }
    return turned;
  }

  /**
   * The classifiers.
   *
   * @param flag tells messages that tell a red flag from others, and from those about somebody else
   * @param fact tells which fact
   * @param topic tells which topic
   * @param scope tells questions about any topic from all else
   * @param talk tells kinds of small talk from each other and from all else
   */
  public record Heads(
      Classifier flag, Classifier fact, Classifier topic, Classifier scope, Classifier talk) {}

  /** The classifiers. */
  public Heads heads() {
    return heads;
  }

  /** The examples, in plain form. */
  public List<TrainingExample> examples() {
    return examples;
  }

  /** For each dimension where the examples lie along it; a copy. */
  public float[][] dimensions() {
    return Arrays.stream(dimensions).map(float[]::clone).toArray(float[][]::new);
  }

  /** Where the example at that place lies. */
  public float[] vector(int example) {
    float[] vector = new float[dimensions.length];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = dimensions[d][example];
    }
    return vector;
  }

  /** The examples of a kind. */
  public List<TrainingExample> of(TrainingExample.Kind kind) {
    return examples.stream().filter(example -> example.kind() == kind).toList();
  }

  /** How like the examples the text at {@code vector} is. */
  Similarities likeness(float[] vector) {
    float[] cosines = new float[examples.size()];
    for (int d = 0; d < dimensions.length; d++) {
      add(cosines, dimensions[d], vector[d]);
    }
    return new Similarities(cosines);
  }

  private static void add(float[] sums, float[] dimension, float times) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * dimension[i];
    }
  }
}
