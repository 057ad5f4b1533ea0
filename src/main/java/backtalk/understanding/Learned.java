package backtalk.understanding;

import java.util.List;

/**
 * What was learned from examples, ready for hearing.
 *
 * @param mean the middle of all examples; likeness is measured from there
 * @param flag tells messages that tell a red flag from others, and from those about somebody else
 * @param fact tells which fact
 * @param topic tells which topic
 * @param examples the example questions as vectors, each with its topic
 */
public record Learned(
    double[] mean, Head flag, Head fact, Head topic, List<Placed> examples) {

  /** Labels of the head that finds red flags. */
  static final String NONE = "none";

  static final String FLAG = "flag";
  static final String SOMEONE = "someone";

  /** How far centred vectors are stretched, so that few steps fit a head. */
  private static final double STRETCH = 8;

  public Learned {
    examples = List.copyOf(examples);
  }

  /** An example question, where it lies. */
  public record Placed(String topic, float[] vector) {}

  /** A vector as heads take it: from the mean, stretched. */
  double[] centred(float[] vector) {
    return centred(vector, mean);
  }

  static double[] centred(float[] vector, double[] mean) {
    double[] centred = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      centred[i] = STRETCH * (vector[i] - mean[i]);
    }
    return centred;
  }
}
