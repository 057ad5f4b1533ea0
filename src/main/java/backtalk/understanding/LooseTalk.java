package backtalk.understanding;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Hears wishes and small talk that are not said in so many words. Not for what clears answers
 * without asking first: that must be said exactly.
 */
final class LooseTalk {

  private final Head head;
  private final Set<String> loose;
  private final double threshold;

  LooseTalk(Head head, Set<String> loose, double threshold) {
    this.head = head;
    this.loose = Set.copyOf(loose);
    this.threshold = threshold;
  }

  /** The kind of talk of a plain text, if it is clearly one, and one that may be heard loosely. */
  Optional<String> of(String plain, Recall recall) {
    if (plain.isBlank() || head.labels().isEmpty()) {
      return Optional.empty();
    }
    double[] scores = head.scores(recall.of(plain));
    int best = IntStream.range(0, scores.length).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
    return Optional.of(head.labels().get(best))
        .filter(talk -> scores[best] >= threshold && loose.contains(talk));
  }
}
