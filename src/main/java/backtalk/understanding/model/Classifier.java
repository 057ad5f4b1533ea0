package backtalk.understanding.model;

import java.util.List;

/**
 * A fitted classifier: how much a text belongs to each of its labels, as a sum over examples of how
 * like they are to it. About 1 for a text like the examples of a label, about 0 for one that is
 * not.
 */
public final class Classifier {

  private final List<String> labels;
  private final int[] rows;
  private final double[][] weights;
  private final double[] base;

  /**
   * A classifier.
   *
   * @param labels what it tells apart
   * @param rows the places of the examples that it was fitted on
   * @param weights for each label a number for each of those; given away
   * @param base for each label what a text like no example gets; given away
   */
  public Classifier(List<String> labels, int[] rows, double[][] weights, double[] base) {
    this.labels = List.copyOf(labels);
    this.rows = rows;
    this.weights = weights;
    this.base = base;
  }

  /** What it tells apart. */
  public List<String> labels() {
    return labels;
  }

  /** The places of the examples that it was fitted on; a copy. */
  public int[] rows() {
    return rows.clone();
  }

  /** The weights of the label at that place, in the order of the rows; a copy. */
  public double[] weights(int label) {
    return weights[label].clone();
  }

  /** What a text like no example gets; a copy. */
  public double[] base() {
    return base.clone();
  }

  /** For each label how much a text belongs to it. */
  double[] scores(Similarities text) {
    double[] kernels = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      kernels[i] = text.kernel(rows[i]);
    }
    double[] scores = base.clone();
    for (int k = 0; k < scores.length; k++) {
      for (int i = 0; i < kernels.length; i++) {
        scores[k] += weights[k][i] * kernels[i];
      }
    }
    return scores;
  }

  /** How much it belongs to that label; 0 where there is none such. */
  double score(String label, Similarities text) {
    int at = labels.indexOf(label);
    return at < 0 ? 0 : scores(text)[at];
  }
}
