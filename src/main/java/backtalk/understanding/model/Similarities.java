package backtalk.understanding.model;

/** How like one text is to each example. */
public final class Similarities {

  /** How fast likeness ends with distance: found by trying on messages written by others. */
  private static final double NARROW = 2;

  private final double[] kernels;

  /** Of the cosines with each example. */
  Similarities(float[] cosines) {
    kernels = new double[cosines.length];
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = kernel(cosines[i]);
    }
  }

  /** The kernel with the example at that place: 1 for the same text, near 0 for another subject. */
  double kernel(int example) {
    return kernels[example];
  }

  /** The Gaussian of the distance between two vectors of length 1 with that cosine. */
  static double kernel(double cosine) {
    return Math.exp(2 * NARROW * (cosine - 1));
  }

  /** The cosine of two vectors of length 1. */
  static float cosine(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
