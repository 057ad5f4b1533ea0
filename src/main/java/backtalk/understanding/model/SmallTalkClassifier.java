package backtalk.understanding.model;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Classifies small talk and commands that are not listed phrases.
 *
 * <p>Only harmless kinds are allowed: a command that deletes answers without asking must match a
 * listed phrase exactly.
 */
public final class SmallTalkClassifier {

  private final Classifier classifier;
  private final Set<String> allowed;
  private final double threshold;

  public SmallTalkClassifier(Classifier classifier, Set<String> allowed, double threshold) {
    this.classifier = classifier;
    this.allowed = Set.copyOf(allowed);
    this.threshold = threshold;
  }

  /**
   * Returns the kind of small talk of a plain text, when its score reaches the threshold and the
   * kind is allowed.
   */
  public Optional<String> of(String plain, SimilarityCache cache) {
    if (plain.isBlank() || classifier.labels().isEmpty()) {
      return Optional.empty();
    }
    double[] scores = classifier.scores(cache.of(plain));
    int best = IntStream.range(0, scores.length).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
    return Optional.of(classifier.labels().get(best))
        .filter(label -> scores[best] >= threshold && allowed.contains(label));
  }
}
