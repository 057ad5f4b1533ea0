package backtalk.understanding.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What one message reminds of: how like the examples its parts are, each worked out once. */
public final class SimilarityCache {

  /** A model sees no more in a longer text, and takes longer. */
  private static final int MOST_WORDS = 100;

  private final TrainedModel model;
  private final Function<String, float[]> embed;
  private final Map<String, Similarities> known = new HashMap<>();

  public SimilarityCache(TrainedModel model, Function<String, float[]> embed) {
    this.model = model;
    this.embed = embed;
  }

  /** How like the examples a plain text is, or the beginning of a long one. */
  public Similarities of(String plain) {
    return known.computeIfAbsent(beginning(plain), text -> model.likeness(embed.apply(text)));
  }

  /** As much of a plain text as is compared with examples. */
  static String beginning(String plain) {
    int end = -1;
    for (int words = 0; words < MOST_WORDS; words++) {
      end = plain.indexOf(' ', end + 1);
      if (end < 0) {
        return plain;
      }
    }
    return plain.substring(0, end);
  }
}
