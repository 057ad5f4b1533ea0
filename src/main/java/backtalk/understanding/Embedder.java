package backtalk.understanding;

/**
 * Embeds texts as vectors, so that texts of similar meaning have close vectors.
 *
 * <p>Implementations are pure and thread-safe. The same text under the same {@link #model} gives
 * the same numbers, bit for bit, on processors of one kind. Other processors may differ in the last
 * digits, so decisions need margins.
 */
public interface Embedder {

  /**
   * Returns the vector of {@code text}, which may be empty or very long.
   *
   * <p>It has 384 numbers and length 1, so that the dot product of two vectors is their cosine. The
   * array belongs to the caller.
   */
  float[] embed(String text);

  /**
   * Returns one line that names everything that the vectors depend on.
   *
   * <p>Vectors of embedders with different names must not be compared, and thresholds are not
   * transferable between them.
   */
  String model();
}
