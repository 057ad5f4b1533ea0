package backtalk.understanding;

import backtalk.conversation.Wording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the topic whose example question shares most letter groups with the message: the cosine of
 * tf-idf weights over groups of three to five letters, which forgives misspelling.
 */
public final class PlainTopics implements TopicMatcher {

  /** From here on the closest example is near enough to answer. */
  private static final double SURE = 0.45;

  /** Below this nothing is close. */
  private static final double PERHAPS = 0.18;

  private static final int OFFERED = 3;

  private final Map<String, Double> idf;
  private final Map<String, List<Map<String, Double>>> examples;

  /** A matcher over topic id to example questions, {@code out-of-scope} among them. */
  public PlainTopics(Map<String, List<String>> questions) {
    idf = idf(questions);
    examples = new LinkedHashMap<>();
    questions.forEach((id, asked) -> examples.put(id, asked.stream().map(this::vector).toList()));
  }

  @Override
  public TopicMatch match(String text) {
    Map<String, Double> vector = vector(text);
    Map<String, Double> closeness = new LinkedHashMap<>();
    examples.forEach((id, asked) -> closeness.put(id, closest(vector, asked)));
    double foreign = closeness.getOrDefault(Wording.OUT_OF_SCOPE, 0.0);
    closeness.remove(Wording.OUT_OF_SCOPE);
    List<String> ranked = ranked(closeness);
    double best = ranked.isEmpty() ? 0 : closeness.getOrDefault(ranked.getFirst(), 0.0);
    if (best < PERHAPS || best < foreign) {
      return new TopicMatch.Declined();
    }
    return best >= SURE
        ? new TopicMatch.Answered(ranked.subList(0, 1))
        : new TopicMatch.Offered(ranked.subList(0, Math.min(OFFERED, ranked.size())));
  }

  private static List<String> ranked(Map<String, Double> closeness) {
    return closeness.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double closest(Map<String, Double> vector, List<Map<String, Double>> asked) {
    return asked.stream().mapToDouble(example -> cosine(vector, example)).max().orElse(0);
  }

  private static double cosine(Map<String, Double> a, Map<String, Double> b) {
    return a.entrySet().stream()
        .mapToDouble(entry -> entry.getValue() * b.getOrDefault(entry.getKey(), 0.0))
        .sum();
  }

  private Map<String, Double> vector(String text) {
    Map<String, Double> weights = new HashMap<>();
    grams(text).forEach((gram, count) -> weights.put(gram, count * idf.getOrDefault(gram, 0.0)));
    double norm = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    if (norm > 0) {
      weights.replaceAll((gram, weight) -> weight / norm);
    }
    return weights;
  }

  private static Map<String, Double> idf(Map<String, List<String>> questions) {
    List<Map<String, Long>> documents =
        questions.values().stream().flatMap(List::stream).map(PlainTopics::grams).toList();
    Map<String, Long> frequency =
        documents.stream()
            .flatMap(grams -> grams.keySet().stream())
            .collect(Collectors.groupingBy(gram -> gram, Collectors.counting()));
    Map<String, Double> idf = new HashMap<>();
    frequency.forEach((gram, n) -> idf.put(gram, Math.log(1 + documents.size() / (double) n)));
    return idf;
  }

  private static Map<String, Long> grams(String text) {
    String padded = " " + Normaliser.plain(text) + " ";
    return IntStream.rangeClosed(3, 5)
        .boxed()
        .flatMap(
            n ->
                IntStream.rangeClosed(0, padded.length() - n)
                    .mapToObj(i -> padded.substring(i, i + n)))
        .collect(Collectors.groupingBy(gram -> gram, Collectors.counting()));
  }
}
