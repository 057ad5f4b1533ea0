package backtalk.understanding.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks topics for one question by meaning and by letters, and says apart from that whether it is
 * about any of them at all: what ranks well cannot gate, and the other way round.
 */
public final class TopicRanker {

  /** How much the likeness of letters counts beside that of meaning. */
  private static final double LETTERS = 0.5;

  private final TrainedModel.Heads heads;
  private final CharNgramIndex letters;

  public TopicRanker(TrainedModel.Heads heads, CharNgramIndex letters) {
    this.heads = heads;
    this.letters = letters;
  }

  /**
   * Topics by likeness.
   *
   * @param topics best first
   * @param margin how far the first is ahead of the second
   * @param gate how much it is about any topic at all, about 0 to 1
   */
  record Ranked(List<String> topics, double margin, double gate) {}

  Ranked rank(String plain, Similarities text) {
    double[] meaning = heads.topic().scores(text);
    Map<String, Double> lettered = letters.closest(plain);
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int k = 0; k < meaning.length; k++) {
      String topic = heads.topic().labels().get(k);
      scores.put(topic, meaning[k] + LETTERS * lettered.getOrDefault(topic, 0.0));
    }
    return ranked(scores, heads.scope().score(TrainingExample.Kind.TOPIC.name(), text));
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
}
