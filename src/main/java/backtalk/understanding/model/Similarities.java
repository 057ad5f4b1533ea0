package backtalk.understanding.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Caches the similarities of one message's parts to the training examples. */
public final class Similarities {

  /** Limits the words that are embedded: a longer text takes longer and improves nothing. */
  private static final int MAX_WORDS = 100;

  private final TrainedModel model;
  private final Function<String, float[]> embed;
  private final Map<String, double[]> cached = new HashMap<>();

  /**
   * Creates an empty cache.
   *
   * @param embed returns the vector of a plain text
   */
  public Similarities(TrainedModel model, Function<String, float[]> embed) {
    this.model = model;
    this.embed = embed;
  }

  /**
   * Returns the similarity of a plain text, or of the beginning of a long one, to each example: 1
   * for the same text, near 0 for another subject. The array must not be changed.
   */
  public double[] of(String plain) {
    return cached.computeIfAbsent(beginning(plain), text -> model.kernels(embed.apply(text)));
  }

  /** Returns the beginning of a plain text that is compared with examples. */
  static String beginning(String plain) {
    int end = -1;
    for (int words = 0; words < MAX_WORDS; words++) {
      end = plain.indexOf(' ', end + 1);
      if (end < 0) {
        return plain;
      }
    }
    return plain.substring(0, end);
  }
}
