package backtalk.understanding;

/**
 * Turns a sentence into a place in space, so that sentences of like meaning lie close together.
 *
 * <p>Pure, and safe for many threads at once: the same text under the same {@link #model} gives the
 * same numbers, bit for bit, on processors of one kind. Other processors may differ in the last
 * digits, so decisions need margins.
 */
public interface Embedder {

  /**
   * The place of {@code text}, which may be empty or very long: 384 numbers of length 1 together,
   * so that the dot product of two is the cosine of their angle. The array is the caller's own.
   */
  float[] embed(String text);

  /**
   * Names whatever the numbers depend on, on one line. Vectors of embedders that name themselves
   * differently must not be compared, nor may thresholds move from one to the other.
   */
  String model();
}
