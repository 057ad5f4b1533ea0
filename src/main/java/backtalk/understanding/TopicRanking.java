package backtalk.understanding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks topics for one question by three likenesses, and says by a fourth whether it is about any
 * of them at all: what ranks well cannot gate, and the other way round.
 */
final class TopicRanking {

  /** How much the likeness of letters counts beside those of meaning. */
  private static final double LETTERS = 0.5;

  private final Learned learned;
  private final LetterGroups letters;
  private final double foreignWeight;

  TopicRanking(Learned learned, LetterGroups letters, double foreignWeight) {
    this.learned = learned;
    this.letters = letters;
    this.foreignWeight = foreignWeight;
  }

  /**
   * Topics by likeness.
   *
   * @param topics best first
   * @param margin how far the first is ahead of the second
   * @param gate how much more like a topic than like anything else it is
   */
  record Ranked(List<String> topics, double margin, double gate) {}

  Ranked rank(String plain, float[] vector) {
    double[] centred = learned.centred(vector);
    double norm = Math.sqrt(dot(centred, centred));
    Map<String, Double> scores = heads(centred);
    double inside = -1;
    double outside = -1;
    Map<String, Double> near = new HashMap<>();
    for (Learned.Placed example : learned.examples()) {
      double likeness = dot(vector, example.own());
      if (example.topic().isEmpty()) {
        outside = Math.max(outside, likeness);
      } else {
        inside = Math.max(inside, likeness);
        double[] other = learned.centred(example.own());
        double cosine = dot(centred, other) / (norm * Math.sqrt(dot(other, other)) + 1e-9);
        near.merge(example.topic(), cosine, Math::max);
      }
    }
    Map<String, Double> lettered = letters.closest(plain);
    scores.replaceAll(
        (topic, head) ->
            head + near.getOrDefault(topic, 0.0) + LETTERS * lettered.getOrDefault(topic, 0.0));
    return ranked(scores, inside - foreignWeight * outside);
  }

  private Map<String, Double> heads(double[] centred) {
    double[] likely = learned.heads().topic().likely(centred);
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int k = 0; k < likely.length; k++) {
      scores.put(learned.heads().topic().labels().get(k), likely[k]);
    }
    return scores;
  }

  private static Ranked ranked(Map<String, Double> scores, double gate) {
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
    return new Ranked(topics, margin, gate);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
