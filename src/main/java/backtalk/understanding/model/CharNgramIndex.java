package backtalk.understanding.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Holds for each n-gram the start of its entries in the two arrays below. */
  private final int[] from = new int[(1 << HASH_BITS) + 1];

  private final int[] examples;
  private final float[] weights;

  /** Creates an index of example questions. */
  public CharNgramIndex(List<TrainingExample> questions) {
    labels = questions.stream().map(TrainingExample::label).toList();
    // In parallel, because each start makes the index anew.
    List<int[]> ngrams =
        questions.parallelStream().map(question -> ngrams(question.text())).toList();
    for (int[] all : ngrams) {
      for (int ngram : distinct(all)) {
        from[ngram + 1]++;
      }
    }
    for (int ngram = 0; ngram < idf.length; ngram++) {
      int count = from[ngram + 1];
      idf[ngram] = count == 0 ? 0 : (float) Math.log(1 + (double) ngrams.size() / count);
      from[ngram + 1] += from[ngram];
    }
    examples = new int[from[idf.length]];
    weights = new float[examples.length];
    index(ngrams.parallelStream().map(this::vector).toList());
  }

  private void index(List<Vector> vectors) {
    int[] next = from.clone();
    for (int example = 0; example < vectors.size(); example++) {
      Vector vector = vectors.get(example);
      for (int i = 0; i < vector.ngrams.length; i++) {
        int at = next[vector.ngrams[i]]++;
        examples[at] = example;
        weights[at] = vector.weights[i];
      }
    }
  }

  /** Returns for each label the similarity of its closest example. */
  Map<String, Double> closest(String plain) {
    float[] sums = new float[labels.size()];
    Vector vector = vector(ngrams(plain));
    for (int i = 0; i < vector.ngrams.length; i++) {
      int ngram = vector.ngrams[i];
      for (int at = from[ngram]; at < from[ngram + 1]; at++) {
        sums[examples[at]] += vector.weights[i] * weights[at];
      }
    }
    Map<String, Double> closest = new HashMap<>();
    for (int i = 0; i < sums.length; i++) {
      closest.merge(labels.get(i), (double) sums[i], Math::max);
    }
    return closest;
  }

  /** Holds the distinct n-grams of a text and their weights, normalised to length 1. */
  private static final class Vector {
    private final int[] ngrams;
    private final float[] weights;

    Vector(int[] ngrams, float[] weights) {
      this.ngrams = ngrams;
      this.weights = weights;
    }
  }

  private Vector vector(int[] all) {
    int[] ngrams = distinct(all);
    float[] weights = new float[ngrams.length];
    double squares = 0;
    for (int i = 0, from = 0; i < ngrams.length; i++) {
      int to = from;
      while (to < all.length && all[to] == ngrams[i]) {
        to++;
      }
      weights[i] = (to - from) * idf[ngrams[i]];
      squares += weights[i] * weights[i];
      from = to;
    }
    float length = squares == 0 ? 1 : (float) Math.sqrt(squares);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= length;
    }
    return new Vector(ngrams, weights);
  }

  /** Returns sorted numbers without repeats. */
  private static int[] distinct(int[] sorted) {
    int[] distinct = new int[sorted.length];
    int count = 0;
    for (int number : sorted) {
      if (count == 0 || number != distinct[count - 1]) {
        distinct[count++] = number;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  /** Returns the hashes of all n-grams, sorted, repeats included. */
  private static int[] ngrams(String plain) {
    String padded = " " + plain + " ";
    int[] ngrams = new int[(MAX_LETTERS - MIN_LETTERS + 1) * padded.length()];
    int count = 0;
    for (int from = 0; from + MIN_LETTERS <= padded.length(); from++) {
      int hash = 0;
      for (int to = from; to < Math.min(from + MAX_LETTERS, padded.length()); to++) {
        hash = 31 * (hash + padded.charAt(to)) * 0x9E3779B1;
        if (to - from + 1 >= MIN_LETTERS) {
          ngrams[count++] = hash >>> (Integer.SIZE - HASH_BITS);
        }
      }
    }
    int[] sorted = Arrays.copyOf(ngrams, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
