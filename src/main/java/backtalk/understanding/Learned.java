package backtalk.understanding;

import java.util.List;

/** What was learned from examples, ready for hearing. Never changed. */
public final class Learned {

  private final Heads heads;
  private final List<Lesson> examples;

  /** The vectors of the examples, but dimension by dimension: so they are compared all at once. */
  private final float[][] dimensions;

  /**
   * What was learned.
   *
   * @param examples every example, in plain form, in the order that the heads know them by
   * @param vectors where each of them lies: vectors of length 1, all as long as each other
   */
  public Learned(Heads heads, List<Lesson> examples, List<float[]> vectors) {
    this.heads = heads;
    this.examples = List.copyOf(examples);
    this.dimensions = turned(vectors);
  }

  private static float[][] turned(List<float[]> vectors) {
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
  public record Heads(Head flag, Head fact, Head topic, Head scope, Head talk) {}

  /** The classifiers. */
  public Heads heads() {
    return heads;
  }

  /** The examples, in plain form. */
  public List<Lesson> examples() {
    return examples;
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
  List<Lesson> of(Lesson.Kind kind) {
    return examples.stream().filter(example -> example.kind() == kind).toList();
  }

  /** How like the examples the text at {@code vector} is. */
  Likeness likeness(float[] vector) {
    float[] cosines = new float[examples.size()];
    for (int d = 0; d < dimensions.length; d++) {
      add(cosines, dimensions[d], vector[d]);
    }
    return new Likeness(cosines);
  }

  private static void add(float[] sums, float[] dimension, float times) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * dimension[i];
    }
  }
}
