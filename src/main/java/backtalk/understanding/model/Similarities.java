package backtalk.understanding.model;

/** Holds the similarities of one text to each training example. */
public final class Similarities {

  /** Sets the width of the Gaussian kernel; tuned on messages by other writers. */
  private static final double GAMMA = 2;

  private final double[] kernels;

  /** Creates the kernels from the cosines with each example. */
  Similarities(float[] cosines) {
    kernels = new double[cosines.length];
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = kernel(cosines[i]);
    }
  }

  /** Returns the kernel with one example: 1 for the same text, near 0 for another subject. */
  double kernel(int example) {
    return kernels[example];
  }

  /** Returns the Gaussian kernel of two vectors of length 1 with this cosine. */
  static double kernel(double cosine) {
    return Math.exp(2 * GAMMA * (cosine - 1));
  }

  /** Returns the cosine of two vectors of length 1. */
  static float cosine(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
