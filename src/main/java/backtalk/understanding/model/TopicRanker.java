package backtalk.understanding.model;

import backtalk.understanding.model.TrainingExample.Kind;
import java.util.Comparator;
import java.util.HashMap;
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

  public TopicRanker(TrainedModel model) {
    this.classifiers = model.classifiers();
    this.ngrams = new CharNgramIndex(model.of(Kind.TOPIC));
  }

  /**
   * Holds the ranked topics.
   *
   * @param topics best first
   * @param margin the difference between the best and the second score
   * @param inScope the score, about 0 to 1, for being about any topic
   */
  public record Ranking(List<String> topics, double margin, double inScope) {}

  /** Ranks the topics for a plain text. */
  public Ranking rank(String plain, Similarities similarities) {
    double[] text = similarities.of(plain);
    double[] classified = classifiers.topic().scores(text);
    Map<String, Double> closest = ngrams.closest(Similarities.beginning(plain));
    Map<String, Double> scores = new HashMap<>();
    for (int k = 0; k < classified.length; k++) {
      String topic = classifiers.topic().labels().get(k);
      scores.put(topic, classified[k] + NGRAM_WEIGHT * closest.getOrDefault(topic, 0.0));
    }
    return ranking(scores, classifiers.scope().score(Kind.TOPIC.name(), text));
  }

  private static Ranking ranking(Map<String, Double> scores, double inScope) {
    List<Map.Entry<String, Double>> ranked =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    double margin = ranked.size() < 2 ? 1 : ranked.get(0).getValue() - ranked.get(1).getValue();
    return new Ranking(ranked.stream().map(Map.Entry::getKey).toList(), margin, inScope);
  }
}
