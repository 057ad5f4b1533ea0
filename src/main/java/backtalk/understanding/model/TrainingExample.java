package backtalk.understanding.model;

/**
 * Holds one training example.
 *
 * @param kind what kind of message it is an example of
 * @param label the fact, the topic, the kind of small talk or the kind of negative
 */
public record TrainingExample(Kind kind, String label, String text) {

  /** Lists the kinds of training examples. */
  public enum Kind {
    /** Marks a red flag of the writer. */
    NOW,
    /** Marks a fact of the writer that is no red flag. */
    OTHER_FACT,
    /** Marks a red flag of another person. */
    SOMEONE_ELSE,
    /** Marks a message that only resembles a red flag. */
    NEGATIVE,
    /** Marks a question about a topic. */
    TOPIC,
    /** Marks a question about no topic of the conversation. */
    OUT_OF_SCOPE,
    /** Marks small talk or a command. */
    SMALL_TALK
  }
}
