package backtalk.understanding.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Projects vectors on the directions along which they are longest, so that fewer numbers are kept
 * and compared.
 *
 * <p>The directions are found by orthogonal iteration (Golub and Van Loan, Matrix Computations,
 * 8.2) from fixed ones, so the same vectors always give the same directions.
 */
public final class PrincipalComponents {

  /** Sets how many of the 768 directions are kept. */
  static final int COUNT = 256;

  private static final int ITERATIONS = 10;

  private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

  /** Takes a direction for none when the others leave no more of it. */
  private static final double NOTHING_LEFT = 1e-6;

  private final float[][] directions;

  /**
   * Creates components; the array is not copied and must not be changed afterwards.
   *
   * @param directions orthogonal directions of length 1; of length 0 where the vectors span fewer
   */
  public PrincipalComponents(float[][] directions) {
    this.directions = directions;
  }

  /** Returns a copy of the directions. */
  public float[][] directions() {
    return Arrays.stream(directions).map(float[]::clone).toArray(float[][]::new);
  }

  /** Returns at most {@code count} directions of vectors of equal size; all of them when fewer. */
  static PrincipalComponents of(List<float[]> vectors, int count) {
    int size = vectors.isEmpty() ? 0 : vectors.getFirst().length;
    double[][] moments = secondMoments(vectors, size);
    double[][] directions = anyDirections(Math.min(count, size), size);
    for (int i = 0; i < ITERATIONS; i++) {
      orthonormalise(directions);
      directions =
          Arrays.stream(directions)
              .parallel()
              .map(direction -> times(moments, direction))
              .toArray(double[][]::new);
    }
    orthonormalise(directions);
    return new PrincipalComponents(
        Arrays.stream(directions).map(PrincipalComponents::floats).toArray(float[][]::new));
  }

  /** Returns the coordinates of a vector along the directions. */
  float[] project(float[] vector) {
    float[] projected = new float[directions.length];
    for (int i = 0; i < projected.length; i++) {
      float sum = 0;
      for (int j = 0; j < vector.length; j++) {
        sum += directions[i][j] * vector[j];
      }
      projected[i] = sum;
    }
    return projected;
  }

  private static double[][] secondMoments(List<float[]> vectors, int size) {
    return IntStream.range(0, size)
        .parallel()
        .mapToObj(row -> secondMoments(vectors, size, row))
        .toArray(double[][]::new);
  }

  private static double[] secondMoments(List<float[]> vectors, int size, int row) {
    double[] moments = new double[size];
    for (float[] vector : vectors) {
      float own = vector[row];
      for (int j = 0; j < size; j++) {
        moments[j] += own * vector[j];
      }
    }
    return moments;
  }

  /** Returns directions to begin with: fixed numbers without a pattern (Weyl's sequence). */
  private static double[][] anyDirections(int count, int size) {
    double[][] directions = new double[count][size];
    for (int i = 0; i < count; i++) {
      double row = (double) i * size;
      Arrays.setAll(directions[i], j -> (row + j) * GOLDEN_RATIO % 1 - 0.5);
    }
    return directions;
  }

  /** Makes each direction orthogonal to those before it, and of length 1 or 0 (Gram-Schmidt). */
  private static void orthonormalise(double[][] directions) {
    for (int i = 0; i < directions.length; i++) {
      double[] direction = directions[i];
      double before = Math.sqrt(Vectors.dot(direction, direction));
      for (int k = 0; k < i; k++) {
        Vectors.add(direction, directions[k], -Vectors.dot(direction, directions[k]));
      }
      double left = Math.sqrt(Vectors.dot(direction, direction));
      double scale = left > before * NOTHING_LEFT ? 1 / left : 0;
      Arrays.setAll(direction, j -> direction[j] * scale);
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    Arrays.setAll(product, row -> Vectors.dot(matrix[row], vector));
    return product;
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
