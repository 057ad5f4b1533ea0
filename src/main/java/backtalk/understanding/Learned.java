package backtalk.understanding;

import java.util.List;

/** What was learned from examples, ready for hearing. Never changed. */
public final class Learned {

  /** Labels of the head that finds red flags. */
  static final String NONE = "none";

  static final String FLAG = "flag";
  static final String SOMEONE = "someone";

  /** How far centred vectors are stretched, so that few steps fit a head. */
  private static final double STRETCH = 8;

  private final double[] mean;
  private final Heads heads;
  private final List<Placed> examples;

  /**
   * What was learned.
   *
   * @param mean the middle of all examples; likeness is measured from there
   * @param examples the example questions as vectors, each with its topic
   */
  public Learned(double[] mean, Heads heads, List<Placed> examples) {
    this.mean = mean.clone();
    this.heads = heads;
    this.examples = List.copyOf(examples);
  }

  /**
   * The classifiers.
   *
   * @param flag tells messages that tell a red flag from others, and from those about somebody else
   * @param fact tells which fact
   * @param topic tells which topic
   */
  public record Heads(Head flag, Head fact, Head topic) {}

  /** An example question, where it lies; the topic is empty for one out of scope. */
  public static final class Placed {
    private final String topic;
    private final String talk;
    private final String plain;
    private final float[] vector;

    /** An example at {@code vector}; of topic and kind of talk at most one is not empty. */
    public Placed(String topic, String talk, String plain, float[] vector) {
      this.topic = topic;
      this.talk = talk;
      this.plain = plain;
      this.vector = vector.clone();
    }

    /** The wish or small talk that it is; empty for a question. */
    public String talk() {
      return talk;
    }

    /** The topic it asks for; empty where it is out of scope. */
    public String topic() {
      return topic;
    }

    /** Its text in plain form. */
    public String plain() {
      return plain;
    }

    /** Where it lies; a copy. */
    public float[] vector() {
      return vector.clone();
    }

    float[] own() {
      return vector;
    }
  }

  /** The middle of all examples; a copy. */
  public double[] mean() {
    return mean.clone();
  }

  /** The classifiers. */
  public Heads heads() {
    return heads;
  }

  /** The example questions. */
  public List<Placed> examples() {
    return examples;
  }

  /** The examples that belong to a topic. */
  List<Placed> questions() {
    return examples.stream().filter(example -> !example.topic().isEmpty()).toList();
  }

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
