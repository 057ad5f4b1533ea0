package backtalk.understanding.model;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Hears wishes and small talk that are not said in so many words. Not for what clears answers
 * without asking first: that must be said exactly.
 */
public final class SmallTalkClassifier {

  private final Classifier classifier;
  private final Set<String> loose;
  private final double threshold;

  public SmallTalkClassifier(Classifier classifier, Set<String> loose, double threshold) {
    this.classifier = classifier;
    this.loose = Set.copyOf(loose);
    this.threshold = threshold;
  }

  /** The kind of talk of a plain text, if it is clearly one, and one that may be heard loosely. */
  public Optional<String> of(String plain, SimilarityCache cache) {
    if (plain.isBlank() || classifier.labels().isEmpty()) {
      return Optional.empty();
    }
    double[] scores = classifier.scores(cache.of(plain));
    int best = IntStream.range(0, scores.length).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
    return Optional.of(classifier.labels().get(best))
        .filter(talk -> scores[best] >= threshold && loose.contains(talk));
  }
}
