package backtalk.understanding.model;

/**
 * One example to learn from.
 *
 * @param kind what it is an example of
 * @param label fact, topic, or kind of negative
 */
public record TrainingExample(Kind kind, String label, String text) {

  /** What examples are of. */
  public enum Kind {
    /** A red flag of the writer's. */
    NOW,
    /** Another fact of the writer's. */
    TELLING,
    SOMEONE,
    NEGATIVE,
    TOPIC,
    FOREIGN,
    TALK
  }
}
