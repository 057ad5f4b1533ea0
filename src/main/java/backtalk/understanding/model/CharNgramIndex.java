package backtalk.understanding.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Likeness of texts by the groups of three to five letters that they share: the cosine of tf-idf
 * weights, which forgives misspelling. Groups are known by a number that they rarely share.
 */
public final class CharNgramIndex {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;
  private static final int BITS = 17;

  private final List<String> labels;
  private final float[] idf = new float[1 << BITS];

  /** From where on in the two lists below the examples with a group stand. */
  private final int[] from = new int[(1 << BITS) + 1];

  private final int[] examples;
  private final float[] weights;

  /** Over example questions. */
  public CharNgramIndex(List<TrainingExample> questions) {
    labels = questions.stream().map(TrainingExample::label).toList();
    List<int[]> groups = questions.stream().map(question -> groups(question.text())).toList();
    for (int[] each : groups) {
      Arrays.stream(each).distinct().forEach(group -> from[group + 1]++);
    }
    for (int group = 0; group < idf.length; group++) {
      int often = from[group + 1];
      idf[group] = often == 0 ? 0 : (float) Math.log(1 + (double) groups.size() / often);
      from[group + 1] += from[group];
    }
    examples = new int[from[idf.length]];
    weights = new float[examples.length];
    index(groups);
  }

  private void index(List<int[]> groups) {
    int[] next = from.clone();
    for (int example = 0; example < groups.size(); example++) {
      Vector vector = vector(groups.get(example));
      for (int i = 0; i < vector.groups.length; i++) {
        int at = next[vector.groups[i]]++;
        examples[at] = example;
        weights[at] = vector.weights[i];
      }
    }
  }

  /** For each label the likeness of its closest example. */
  Map<String, Double> closest(String plain) {
    float[] sums = new float[labels.size()];
    Vector vector = vector(groups(plain));
    for (int i = 0; i < vector.groups.length; i++) {
      int group = vector.groups[i];
      for (int at = from[group]; at < from[group + 1]; at++) {
        sums[examples[at]] += vector.weights[i] * weights[at];
      }
    }
    Map<String, Double> closest = new HashMap<>();
    for (int i = 0; i < sums.length; i++) {
      closest.merge(labels.get(i), (double) sums[i], Math::max);
    }
    return closest;
  }

  /** The groups of a text, each once, and how much each of them weighs; of length 1 in all. */
  private static final class Vector {
    private final int[] groups;
    private final float[] weights;

    Vector(int[] groups, float[] weights) {
      this.groups = groups;
      this.weights = weights;
    }
  }

  private Vector vector(int[] all) {
    int[] groups = Arrays.stream(all).distinct().toArray();
    float[] weights = new float[groups.length];
    double squares = 0;
    for (int i = 0, from = 0; i < groups.length; i++) {
      int to = from;
      while (to < all.length && all[to] == groups[i]) {
        to++;
      }
      weights[i] = (to - from) * idf[groups[i]];
      squares += weights[i] * weights[i];
      from = to;
    }
    float length = squares == 0 ? 1 : (float) Math.sqrt(squares);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= length;
    }
    return new Vector(groups, weights);
  }

  /** The numbers of all groups, in order. */
  private static int[] groups(String plain) {
    String padded = " " + plain + " ";
    int[] groups = new int[(LONGEST - SHORTEST + 1) * padded.length()];
    int many = 0;
    for (int from = 0; from + SHORTEST <= padded.length(); from++) {
      int hash = 0;
      for (int to = from; to < Math.min(from + LONGEST, padded.length()); to++) {
        hash = 31 * (hash + padded.charAt(to)) * 0x9E3779B1;
        if (to - from + 1 >= SHORTEST) {
          groups[many++] = hash >>> (Integer.SIZE - BITS);
        }
      }
    }
    int[] sorted = Arrays.copyOf(groups, many);
    Arrays.sort(sorted);
    return sorted;
  }
}
