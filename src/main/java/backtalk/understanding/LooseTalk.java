package backtalk.understanding;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears small talk that is not said in so many words, by the closest example. Only for talk that
 * changes nothing: what clears or stops must be said exactly.
 */
final class LooseTalk {

  private final Learned learned;
  private final Function<String, float[]> embed;
  private final Set<String> loose;
  private final double threshold;

  LooseTalk(Learned learned, Function<String, float[]> embed, Set<String> loose, double threshold) {
    this.learned = learned;
    this.embed = embed;
    this.loose = Set.copyOf(loose);
    this.threshold = threshold;
  }

  /** The kind of talk of a plain text, if the closest example of all is such. */
  Optional<String> of(String plain) {
    if (plain.isBlank()) {
      return Optional.empty();
    }
    float[] vector = embed.apply(plain);
    double best = threshold;
    Optional<String> talk = Optional.empty();
    for (Learned.Placed example : learned.examples()) {
      double likeness = TopicRanking.dot(vector, example.own());
      if (likeness > best) {
        best = likeness;
        talk = Optional.of(example.talk());
      }
    }
    return talk.filter(loose::contains);
  }
}
