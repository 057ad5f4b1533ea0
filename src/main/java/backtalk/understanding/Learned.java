package backtalk.understanding;

import java.util.List;

/** What was learned from examples, ready for hearing. Never changed. */
public final class Learned {

  private final Heads heads;
  private final List<Placed> examples;

  /**
   * What was learned.
   *
   * @param examples every example in the order that the heads know them by
   */
  public Learned(Heads heads, List<Placed> examples) {
    this.heads = heads;
    this.examples = List.copyOf(examples);
  }

  /**
   * The classifiers.
   *
   * @param flag tells messages that tell a red flag from others, and from those about somebody else
   * @param fact tells which fact
   * @param topic tells which topic
   * @param scope tells questions about any topic from all else
   */
  public record Heads(Head flag, Head fact, Head topic, Head scope) {}

  /** An example, and where it lies. */
  public static final class Placed {
    private final Lesson lesson;
    private final float[] vector;

    /** An example in plain form, at {@code vector}. */
    public Placed(Lesson lesson, float[] vector) {
      this.lesson = lesson;
      this.vector = vector.clone();
    }

    /** The example. */
    public Lesson lesson() {
      return lesson;
    }

    /** Where it lies, a vector of length 1; a copy. */
    public float[] vector() {
      return vector.clone();
    }

    float[] own() {
      return vector;
    }
  }

  /** The classifiers. */
  public Heads heads() {
    return heads;
  }

  /** The examples. */
  public List<Placed> examples() {
    return examples;
  }

  /** The examples of a kind. */
  List<Lesson> of(Lesson.Kind kind) {
    return examples.stream().map(Placed::lesson).filter(it -> it.kind() == kind).toList();
  }

  /** How like the examples the text at {@code vector} is. */
  Likeness likeness(float[] vector) {
    return new Likeness(vector, examples);
  }
}
