package backtalk.understanding.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks topics for one question by embeddings and character n-grams.
 *
 * <p>A separate score tells whether the question is about any topic at all, because ranking and
 * out-of-scope detection need separate classifiers.
 */
public final class TopicRanker {

  /** Weights the n-gram similarity relative to the classifier's score. */
  private static final double NGRAM_WEIGHT = 0.5;

  private final TrainedModel.Classifiers classifiers;
  private final CharNgramIndex ngrams;

  public TopicRanker(TrainedModel.Classifiers classifiers, CharNgramIndex ngrams) {
    this.classifiers = classifiers;
    this.ngrams = ngrams;
  }

  /**
   * Holds the ranked topics.
   *
   * @param topics best first
   * @param margin the difference between the best and the second score
   * @param inScope the score, about 0 to 1, for being about any topic
   */
  record Ranking(List<String> topics, double margin, double inScope) {}

  Ranking rank(String plain, Similarities text) {
    double[] classified = classifiers.topic().scores(text);
    Map<String, Double> closest = ngrams.closest(plain);
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int k = 0; k < classified.length; k++) {
      String topic = classifiers.topic().labels().get(k);
      scores.put(topic, classified[k] + NGRAM_WEIGHT * closest.getOrDefault(topic, 0.0));
    }
    return ranking(scores, classifiers.scope().score(TrainingExample.Kind.TOPIC.name(), text));
  }

  private static Ranking ranking(Map<String, Double> scores, double inScope) {
    List<String> topics =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    double margin =
        topics.size() < 2
            ? 1
            : scores.getOrDefault(topics.get(0), 0.0) - scores.getOrDefault(topics.get(1), 0.0);
    return new Ranking(topics, margin, inScope);
  }
}
