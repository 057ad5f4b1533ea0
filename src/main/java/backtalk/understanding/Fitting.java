package backtalk.understanding;

import java.util.List;

/**
 * Fits logistic regressions: gradient descent with Nesterov's momentum from zero, a fixed number of
 * steps, so that the same examples always give the same numbers.
 *
 * @param steps how many steps
 * @param ridge how strongly weights are held small
 */
record Fitting(int steps, double ridge) {

  /**
   * Fits a head.
   *
   * @param vectors one a row
   * @param of the label of each row, as its place in {@code labels}
   * @param weight how much each row counts
   */
  Head fit(double[][] vectors, int[] of, double[] weight, List<String> labels) {
    int wide = vectors[0].length + 1;
    double[][] now = new double[labels.size()][wide];
    double[][] before = new double[labels.size()][wide];
    double rate = 1 / (0.5 * (largest(vectors) + 1) + ridge);
    for (int step = 0; step < steps; step++) {
      double push = step / (step + 3.0);
      double[][] ahead = new double[labels.size()][wide];
      for (int k = 0; k < ahead.length; k++) {
        for (int i = 0; i < wide; i++) {
          ahead[k][i] = now[k][i] + push * (now[k][i] - before[k][i]);
        }
      }
      double[][] slope = slope(new Head(labels, ahead), vectors, of, weight);
      before = now;
      now = stepped(ahead, slope, rate);
    }
    return new Head(labels, now);
  }

  private double[][] stepped(double[][] ahead, double[][] slope, double rate) {
    double[][] next = new double[ahead.length][ahead[0].length];
    for (int k = 0; k < ahead.length; k++) {
      for (int i = 0; i < ahead[k].length; i++) {
        boolean constant = i == ahead[k].length - 1;
        next[k][i] = ahead[k][i] - rate * (slope[k][i] + (constant ? 0 : ridge * ahead[k][i]));
      }
    }
    return next;
  }

  private static double[][] slope(Head head, double[][] vectors, int[] of, double[] weight) {
    double[][] slope = new double[head.labels().size()][vectors[0].length + 1];
    double all = 0;
    for (double one : weight) {
      all += one;
    }
    for (int row = 0; row < vectors.length; row++) {
      double[] likely = head.likely(vectors[row]);
      for (int k = 0; k < likely.length; k++) {
        add(slope[k], vectors[row], weight[row] / all * (likely[k] - (of[row] == k ? 1 : 0)));
      }
    }
    return slope;
  }

  private static void add(double[] slope, double[] vector, double times) {
    for (int i = 0; i < vector.length; i++) {
      slope[i] += times * vector[i];
    }
    slope[vector.length] += times;
  }

  private static double largest(double[][] vectors) {
    double largest = 0;
    for (double[] vector : vectors) {
      double square = 0;
      for (double each : vector) {
        square += each * each;
      }
      largest = Math.max(largest, square);
    }
    return largest;
  }
}
