package backtalk.understanding.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares texts by shared character n-grams of three to five letters, as the cosine of their
 * tf-idf weights.
 *
 * <p>This tolerates misspelling. The n-grams are hashed to 17 bits, where collisions are rare.
 */
public final class CharNgramIndex {

  private static final int MIN_LETTERS = 3;
  private static final int MAX_LETTERS = 5;
  private static final int HASH_BITS = 17;

  private final List<String> labels;
  private final float[] idf = new float[1 << HASH_BITS];
  private final Map<Integer, List<Posting>> postings = new HashMap<>();

  /** Holds the weight of an n-gram in one example. */
  private record Posting(int example, float weight) {}

  /** Creates an index of example questions. */
  public CharNgramIndex(List<TrainingExample> questions) {
    labels = questions.stream().map(TrainingExample::label).toList();
    List<SortedMap<Integer, Integer>> counts =
        questions.stream().map(question -> counts(question.text())).toList();
    int[] examples = new int[idf.length];
    counts.forEach(each -> each.keySet().forEach(ngram -> examples[ngram]++));
    for (int ngram = 0; ngram < idf.length; ngram++) {
      int containing = examples[ngram];
      idf[ngram] = containing == 0 ? 0 : (float) Math.log(1 + (double) labels.size() / containing);
    }
    for (int i = 0; i < counts.size(); i++) {
      int example = i;
      weights(counts.get(i))
          .forEach(
              (ngram, weight) ->
                  postings
                      .computeIfAbsent(ngram, first -> new ArrayList<>())
                      .add(new Posting(example, weight)));
    }
  }

  /** Returns for each label the similarity of its closest example. */
  Map<String, Double> closest(String plain) {
    float[] sums = new float[labels.size()];
    weights(counts(plain))
        .forEach(
            (ngram, weight) -> {
              for (Posting posting : postings.getOrDefault(ngram, List.of())) {
                sums[posting.example()] += weight * posting.weight();
              }
            });
    Map<String, Double> closest = new HashMap<>();
    for (int i = 0; i < sums.length; i++) {
      closest.merge(labels.get(i), (double) sums[i], Math::max);
    }
    return closest;
  }

  /** Returns the weights of counted n-grams, normalised to length 1. */
  private SortedMap<Integer, Float> weights(SortedMap<Integer, Integer> counts) {
    SortedMap<Integer, Float> weights = new TreeMap<>();
    double squares = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      float weight = count.getValue() * idf[count.getKey()];
      weights.put(count.getKey(), weight);
      squares += weight * weight;
    }
    float length = squares == 0 ? 1 : (float) Math.sqrt(squares);
    weights.replaceAll((ngram, weight) -> weight / length);
    return weights;
  }

  /** Returns how often each n-gram occurs, by its hash. */
  private static SortedMap<Integer, Integer> counts(String plain) {
    String padded = " " + plain + " ";
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    for (int from = 0; from + MIN_LETTERS <= padded.length(); from++) {
      int hash = 0;
      for (int to = from; to < Math.min(from + MAX_LETTERS, padded.length()); to++) {
        hash = 31 * (hash + padded.charAt(to)) * 0x9E3779B1;
        if (to - from + 1 >= MIN_LETTERS) {
          counts.merge(hash >>> (Integer.SIZE - HASH_BITS), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
