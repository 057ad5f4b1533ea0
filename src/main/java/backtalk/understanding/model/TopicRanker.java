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
    this.ngrams = model.topicNgrams();
  }

  /** Holds a topic and its score, about 0 to 1.5. */
  public record Scored(String topic, double score) {}

  /**
   * Holds the ranked topics.
   *
   * @param scores best first
   * @param inScope the score, about 0 to 1, for being about any topic
   */
  public record Ranking(List<Scored> scores, double inScope) {
    public Ranking {
      scores = List.copyOf(scores);
    }

    /** Returns the topics, best first. */
    public List<String> topics() {
      return scores.stream().map(Scored::topic).toList();
    }

    /**
     * Returns the probability that the first topic is meant: the softmax of the scores (Guo and
     * others 2017), times the score for being about any topic.
     *
     * @param temperature by which the scores are divided, fitted on held-out examples
     */
    public double probability(double temperature) {
      return scores.isEmpty()
          ? 0
          : Math.clamp(inScope, 0, 1) * probabilityOf(scores.getFirst().topic(), temperature);
    }

    /** Returns the softmax of one topic's score; 0 for an unknown topic. */
    public double probabilityOf(String topic, double temperature) {
      double best = scores.isEmpty() ? 0 : scores.getFirst().score();
      double own = 0;
      double sum = 0;
      for (Scored each : scores) {
        double weight = Math.exp((each.score() - best) / temperature);
        sum += weight;
        own = each.topic().equals(topic) ? weight : own;
      }
      return own / sum;
    }
  }

  /** Returns the topics that can be ranked. */
  public List<String> labels() {
    return classifiers.topic().labels();
  }

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
    return new Ranking(
        scores.entrySet().stream()
            .map(entry -> new Scored(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::topic))
            .toList(),
        inScope);
  }
}
