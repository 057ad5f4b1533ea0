package backtalk.understanding;

import java.util.List;

/** A fitted classifier: how likely a vector belongs to each of its labels. */
public final class Head {

  private final List<String> labels;
  private final double[][] weights;

  /**
   * A classifier.
   *
   * @param labels what it tells apart
   * @param weights for each label one number a dimension, and last a constant; given away
   */
  public Head(List<String> labels, double[][] weights) {
    this.labels = List.copyOf(labels);
    this.weights = weights;
  }

  /** What it tells apart. */
  public List<String> labels() {
    return labels;
  }

  /** The weights of the label at that place; a copy. */
  public double[] weights(int label) {
    return weights[label].clone();
  }

  /** For each label how likely it is; together 1. */
  double[] likely(double[] vector) {
    double[] scores = new double[weights.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < weights.length; k++) {
      scores[k] = score(weights[k], vector);
      most = Math.max(most, scores[k]);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - most);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return scores;
  }

  private static double score(double[] weights, double[] vector) {
    double score = weights[vector.length];
    for (int i = 0; i < vector.length; i++) {
      score += weights[i] * vector[i];
    }
    return score;
  }
}
