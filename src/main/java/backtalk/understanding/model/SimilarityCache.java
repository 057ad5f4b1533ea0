package backtalk.understanding.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Caches the similarities of one message's parts to the training examples. */
public final class SimilarityCache {

  /** Limits the words that are embedded: a longer text takes longer and improves nothing. */
  private static final int MAX_WORDS = 100;

  private final TrainedModel model;
  private final Function<String, float[]> embed;
  private final Map<String, Similarities> cached = new HashMap<>();

  public SimilarityCache(TrainedModel model, Function<String, float[]> embed) {
    this.model = model;
    this.embed = embed;
  }

  /** Returns the similarities of a plain text, or of the beginning of a long one. */
  public Similarities of(String plain) {
    return cached.computeIfAbsent(beginning(plain), text -> model.similarities(embed.apply(text)));
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
