package backtalk.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Likeness of texts by the groups of three to five letters that they share: the cosine of tf-idf
 * weights, which forgives misspelling.
 */
final class LetterGroups {

  private final Map<String, Double> idf = new HashMap<>();
  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final List<String> labels = new ArrayList<>();

  private record Posting(int example, double weight) {}

  /** Over example questions. */
  LetterGroups(List<Lesson> questions) {
    List<Map<String, Integer>> documents = questions.stream().map(q -> grams(q.text())).toList();
    documents.forEach(grams -> grams.keySet().forEach(gram -> idf.merge(gram, 1.0, Double::sum)));
    idf.replaceAll((gram, n) -> Math.log(1 + documents.size() / n));
    for (int i = 0; i < questions.size(); i++) {
      int example = i;
      labels.add(questions.get(i).label());
      vector(documents.get(i))
          .forEach(
              (gram, weight) ->
                  postings
                      .computeIfAbsent(gram, g -> new ArrayList<>())
                      .add(new Posting(example, weight)));
    }
  }

  /** For each label the likeness of its closest example. */
  Map<String, Double> closest(String plain) {
    double[] sums = new double[labels.size()];
    vector(grams(plain))
        .forEach(
            (gram, weight) ->
                postings
                    .getOrDefault(gram, List.of())
                    .forEach(posting -> sums[posting.example()] += weight * posting.weight()));
    Map<String, Double> closest = new HashMap<>();
    for (int i = 0; i < sums.length; i++) {
      closest.merge(labels.get(i), sums[i], Math::max);
    }
    return closest;
  }

  private Map<String, Double> vector(Map<String, Integer> grams) {
    Map<String, Double> weights = new HashMap<>();
    grams.forEach((gram, count) -> weights.put(gram, count * idf.getOrDefault(gram, 0.0)));
    double norm = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    if (norm > 0) {
      weights.replaceAll((gram, weight) -> weight / norm);
    }
    return weights;
  }

  private static Map<String, Integer> grams(String plain) {
    String padded = " " + plain + " ";
    Map<String, Integer> grams = new HashMap<>();
    for (int n = 3; n <= 5; n++) {
      for (int i = 0; i + n <= padded.length(); i++) {
        grams.merge(padded.substring(i, i + n), 1, Integer::sum);
      }
    }
    return grams;
  }
}
