package backtalk.understanding;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds the meaning of a message.
 *
 * @param mentions facts that are certain, most urgent first
 * @param doubts red flags that may have been meant, to be confirmed by one question
 * @param someoneElse an emergency of another person now; it is no fact of the writer
 * @param reply the answer to the open question
 * @param topics the questions that the message asks
 * @param verb a command or a kind of small talk, as named in the language data
 * @param aboutOwnBack true when the message names the writer's own back
 */
public record NluResult(
    List<FactMention> mentions,
    List<String> doubts,
    Optional<String> someoneElse,
    Optional<AnswerKind> reply,
    TopicMatch topics,
    Optional<String> verb,
    boolean aboutOwnBack) {

  /** The verb of a "no" that may take back what was mentioned before it. */
  public static final String CORRECTION = "correction";

  /** The verb of a question about what was shown last; it is matched with topics all the same. */
  public static final String FOLLOW_UP = "follow-up";

  /** The verb of a message that what was told is not so, or was long ago. */
  public static final String DENIAL = "denial";

  /** The verb of a message that what was told is better now; it is no yes to a question. */
  public static final String EASED = "eased";

  /** The verb of a message that what was told was a joke; it answers no question. */
  public static final String JOKE = "joke";

  /** The verb of a message that another person gets help. */
  public static final String SOMEONE_ELSE_HELPED = "someone-else-helped";

  /** Holds the meaning of a message that does not name the writer's own back. */
  public NluResult(
      List<FactMention> mentions,
      List<String> doubts,
      Optional<String> someoneElse,
      Optional<AnswerKind> reply,
      TopicMatch topics,
      Optional<String> verb) {
    this(mentions, doubts, someoneElse, reply, topics, verb, false);
  }

  public NluResult {
    mentions = List.copyOf(mentions);
    doubts = List.copyOf(doubts);
  }

  /**
   * Returns true when the message certainly has a meaning; a guessed topic and a reference to what
   * was shown last are none.
   */
  public boolean understood() {
    return !mentions().isEmpty()
        || !doubts().isEmpty()
        || someoneElse().isPresent()
        || reply().isPresent()
        || verb().filter(it -> !it.equals(FOLLOW_UP)).isPresent()
        || (topics() instanceof TopicMatch.Answered answered && answered.sure());
  }

  /** Returns a copy without an answer to the open question. */
  public NluResult withoutReply() {
    return new NluResult(
        mentions, doubts, someoneElse, Optional.empty(), topics, verb, aboutOwnBack);
  }

  /** Returns a copy with only the doubts that meet this condition. */
  public NluResult withDoubts(Predicate<String> condition) {
    List<String> kept = doubts.stream().filter(condition).toList();
    return new NluResult(mentions, kept, someoneElse, reply, topics, verb, aboutOwnBack);
  }

  /** Returns a copy with other facts. */
  public NluResult withMentions(List<FactMention> other) {
    return new NluResult(other, doubts, someoneElse, reply, topics, verb, aboutOwnBack);
  }

  /** Returns the same result as a "no" to the open question alone. */
  public NluResult withoutCorrection() {
    return withVerb(verb.filter(word -> !word.equals(CORRECTION)));
  }

  /** Returns a copy that names the writer's own back or not. */
  NluResult withAboutOwnBack(boolean other) {
    return new NluResult(mentions, doubts, someoneElse, reply, topics, verb, other);
  }

  /** Returns a copy with another verb or none. */
  public NluResult withVerb(Optional<String> other) {
    return new NluResult(mentions, doubts, someoneElse, reply, topics, other, aboutOwnBack);
  }
}
