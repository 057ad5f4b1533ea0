package backtalk.understanding;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What one message reminds of: how like the examples its parts are, each worked out once. */
final class Recall {

  private final Learned learned;
  private final Function<String, float[]> embed;
  private final Map<String, Likeness> known = new HashMap<>();

  Recall(Learned learned, Function<String, float[]> embed) {
    this.learned = learned;
    this.embed = embed;
  }

  /** How like the examples a plain text is. */
  Likeness of(String plain) {
    return known.computeIfAbsent(plain, text -> learned.likeness(embed.apply(text)));
  }
}
