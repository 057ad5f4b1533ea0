package backtalk.understanding.model;

/** Calculates with vectors of equal size. */
final class Vectors {

  private Vectors() {}

  /** Returns the scalar product. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds a multiple of a vector. */
  static void add(double[] to, double[] addend, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * addend[i];
    }
  }
}
