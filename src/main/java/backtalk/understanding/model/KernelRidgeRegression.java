package backtalk.understanding.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fits classifiers by kernel ridge regression (Saunders, Gammerman and Vovk 1998).
 *
 * <p>The weights bring each example's score near its own target. The equations are solved by
 * conjugate gradients from zero, so the same examples always give the same weights.
 */
final class KernelRidgeRegression {

  /** Sets the width of the Gaussian kernel; tuned on messages by other writers. */
  private static final double GAMMA = 2;

  private static final int MAX_ITERATIONS = 100;

  /** Sets the residual at which the solver stops, as a share of the initial residual. */
  private static final double TOLERANCE = 1e-3;

  private final float[][] kernel;
  private final double[] ridge;

  /**
   * Creates the equations for some examples.
   *
   * @param vectors the embeddings of the examples
   * @param ridge for each example the regularisation: a larger one allows a larger error
   */
  KernelRidgeRegression(float[][] vectors, double[] ridge) {
    this.kernel = new float[vectors.length][];
    this.ridge = ridge.clone();
    IntStream.range(0, vectors.length).parallel().forEach(i -> kernel[i] = row(vectors, i));
  }

  /** Returns the kernels of an example with those up to itself: the matrix is symmetric. */
  private static float[] row(float[][] vectors, int i) {
    float[] row = new float[i + 1];
    for (int j = 0; j <= i; j++) {
      row[j] = (float) kernel(cosine(vectors[i], vectors[j]));
    }
    return row;
  }

  /** Returns the Gaussian kernel of two vectors of length 1 with this cosine. */
  static double kernel(double cosine) {
    return Math.exp(2 * GAMMA * (cosine - 1));
  }

  /** Sums in four parts, which a processor adds side by side. */
  private static float cosine(float[] a, float[] b) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return first + second + third + fourth;
  }

  /** Returns weights that bring each example near its target. */
  double[] weights(double[] target) {
    double[] weights = new double[target.length];
    double[] residual = target.clone();
    double[] direction = target.clone();
    double norm = Vectors.dot(residual, residual);
    double tolerance = norm * TOLERANCE * TOLERANCE;
    for (int step = 0; step < MAX_ITERATIONS && norm > tolerance; step++) {
      double[] product = times(direction);
      double stepSize = norm / Vectors.dot(direction, product);
      Vectors.add(weights, direction, stepSize);
      Vectors.add(residual, product, -stepSize);
      double newNorm = Vectors.dot(residual, residual);
      double beta = newNorm / norm;
      Arrays.setAll(direction, i -> residual[i] + beta * direction[i]);
      norm = newNorm;
    }
    return weights;
  }

  private double[] times(double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      float[] row = kernel[i];
      double sum = (row[i] + ridge[i]) * vector[i];
      double own = vector[i];
      for (int j = 0; j < i; j++) {
        sum += row[j] * vector[j];
        product[j] += row[j] * own;
      }
      product[i] += sum;
    }
    return product;
  }
}
