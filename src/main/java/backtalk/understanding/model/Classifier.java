package backtalk.understanding.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores a text for each of its labels, as a weighted sum of its similarities to training examples.
 *
 * <p>The score is about 1 for a text like the examples of a label, and about 0 for an unlike one.
 */
public final class Classifier {

  private final List<String> labels;
  private final int[] rows;
  private final float[][] weights;
  private final double[] base;

  /**
   * Creates a classifier; the arrays are not copied and must not be changed afterwards.
   *
   * @param labels the labels that it distinguishes
   * @param rows the indices of the examples that it was fitted on
   * @param weights for each label one weight per row
   * @param base for each label the score of a text that resembles no example
   */
  public Classifier(List<String> labels, int[] rows, float[][] weights, double[] base) {
    this.labels = List.copyOf(labels);
    this.rows = rows;
    this.weights = weights;
    this.base = base;
  }

  /** Returns the labels that it distinguishes. */
  public List<String> labels() {
    return labels;
  }

  /** Returns a copy of the indices of the examples that it was fitted on. */
  public int[] rows() {
    return rows.clone();
  }

  /** Returns a copy of the weights of the label with this index, in the order of the rows. */
  public float[] weights(int label) {
    return weights[label].clone();
  }

  /** Returns a copy of the scores of a text that resembles no example. */
  public double[] base() {
    return base.clone();
  }

  /**
   * Returns the score of a text for each label, in the order of the labels.
   *
   * @param similarities the similarities of the text to all examples
   */
  public double[] scores(double[] similarities) {
    double[] kernels = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      kernels[i] = similarities[rows[i]];
    }
    double[] scores = base.clone();
    for (int k = 0; k < scores.length; k++) {
      for (int i = 0; i < kernels.length; i++) {
        scores[k] += weights[k][i] * kernels[i];
      }
    }
    return scores;
  }

  /** Returns the score for one label; 0 when the label is unknown. */
  double score(String label, double[] similarities) {
    int index = labels.indexOf(label);
    return index < 0 ? 0 : scores(similarities)[index];
  }

  /** Returns the index of the highest score, the first of equal ones. */
  public static int highest(double[] scores) {
    return IntStream.range(0, scores.length).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
  }
}
