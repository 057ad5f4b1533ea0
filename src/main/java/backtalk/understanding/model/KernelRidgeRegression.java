package backtalk.understanding.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fits heads by kernel ridge regression (Saunders, Gammerman and Vovk 1998): weights such that each
 * example gets nearly its own label. The equations are solved by conjugate gradients from zero, so
 * that the same examples always give the same numbers.
 */
final class KernelRidgeRegression {

  private static final int STEPS = 100;

  /** Good enough: what is still wrong, as a share of what was wrong at first. */
  private static final double ENOUGH = 1e-3;

  private final float[][] kernel;
  private final double[] ridge;

  /**
   * Equations over examples.
   *
   * @param vectors where the examples lie
   * @param ridge for each example how far it may be missed
   */
  KernelRidgeRegression(float[][] vectors, double[] ridge) {
    this.kernel = new float[vectors.length][];
    this.ridge = ridge.clone();
    IntStream.range(0, vectors.length).parallel().forEach(i -> kernel[i] = row(vectors, i));
  }

  /** The kernel of an example with those up to itself: it is symmetric. */
  private static float[] row(float[][] vectors, int i) {
    float[] row = new float[i + 1];
    for (int j = 0; j <= i; j++) {
      row[j] = (float) Similarities.kernel(Similarities.cosine(vectors[i], vectors[j]));
    }
    return row;
  }

  /** Weights that bring each example near its target. */
  double[] weights(double[] target) {
    double[] weights = new double[target.length];
    double[] wrong = target.clone();
    double[] direction = target.clone();
    double left = dot(wrong, wrong);
    double enough = left * ENOUGH * ENOUGH;
    for (int step = 0; step < STEPS && left > enough; step++) {
      double[] image = times(direction);
      double far = left / dot(direction, image);
      add(weights, direction, far);
      add(wrong, image, -far);
      double now = dot(wrong, wrong);
      double turn = now / left;
      Arrays.setAll(direction, i -> wrong[i] + turn * direction[i]);
      left = now;
    }
    return weights;
  }

  private double[] times(double[] vector) {
    double[] image = new double[vector.length];
    for (int i = 0; i < image.length; i++) {
      float[] row = kernel[i];
      double sum = (row[i] + ridge[i]) * vector[i];
      double own = vector[i];
      for (int j = 0; j < i; j++) {
        sum += row[j] * vector[j];
        image[j] += row[j] * own;
      }
      image[i] += sum;
    }
    return image;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }
}
