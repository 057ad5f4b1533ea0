package backtalk.understanding;

import java.util.List;

/**
 * A fitted classifier: how likely a vector belongs to each of its labels.
 *
 * @param labels what it tells apart
 * @param weights for each label one number a dimension, and last a constant
 */
public record Head(List<String> labels, double[][] weights) {

  public Head {
    labels = List.copyOf(labels);
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
