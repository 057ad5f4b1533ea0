package backtalk.understanding;

import java.util.List;

/** How like one text is to each example. */
final class Likeness {

  /** How fast likeness ends with distance: found by trying on messages written by others. */
  private static final double NARROW = 2;

  private final double[] cosines;
  private final double[] kernels;

  /** Of the text at {@code vector}. */
  Likeness(float[] vector, List<Learned.Placed> examples) {
    cosines = new double[examples.size()];
    kernels = new double[examples.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = cosine(vector, examples.get(i).own());
      kernels[i] = kernel(cosines[i]);
    }
  }

  /** The cosine with the example at that place, from -1 to 1. */
  double cosine(int example) {
    return cosines[example];
  }

  /** The kernel with the example at that place: 1 for the same text, near 0 for another subject. */
  double kernel(int example) {
    return kernels[example];
  }

  /** The Gaussian of the distance between two vectors of length 1 with that cosine. */
  static double kernel(double cosine) {
    return Math.exp(2 * NARROW * (cosine - 1));
  }

  /** Of two vectors of length 1; four sums side by side, which processors do at once. */
  static float cosine(float[] a, float[] b) {
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
}
