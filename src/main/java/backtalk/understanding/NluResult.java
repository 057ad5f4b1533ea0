package backtalk.understanding;

import java.util.List;
import java.util.Optional;

/**
 * Holds the meaning of a message.
 *
 * @param mentions facts that are certain, most urgent first
 * @param doubts red flags that may have been meant, to be confirmed by one question
 * @param someoneElse an emergency of another person now; it is no fact of the writer
 * @param reply the answer to the open question
 * @param topics the questions that the message asks
 * @param verb a command or a kind of small talk, as named in the language data
 */
public record NluResult(
    List<FactMention> mentions,
    List<String> doubts,
    Optional<String> someoneElse,
    Optional<AnswerKind> reply,
    TopicMatch topics,
    Optional<String> verb) {

  /** The verb of a "no" that may take back what was mentioned before it. */
  public static final String CORRECTION = "correction";

  public NluResult {
    mentions = List.copyOf(mentions);
    doubts = List.copyOf(doubts);
  }

  /** Returns true when the message certainly has a meaning; a guessed topic is none. */
  public boolean understood() {
    return !mentions().isEmpty()
        || !doubts().isEmpty()
        || someoneElse().isPresent()
        || reply().isPresent()
        || verb().isPresent()
        || (topics() instanceof TopicMatch.Answered answered && answered.sure());
  }

  /** Returns a copy without an answer to the open question. */
  public NluResult withoutReply() {
    return new NluResult(mentions, doubts, someoneElse, Optional.empty(), topics, verb);
  }

  /** Returns a copy without doubts. */
  public NluResult withoutDoubts() {
    return new NluResult(mentions, List.of(), someoneElse, reply, topics, verb);
  }

  /** Returns a copy with other facts. */
  public NluResult withMentions(List<FactMention> other) {
    return new NluResult(other, doubts, someoneElse, reply, topics, verb);
  }

  /** Returns the same result as a "no" to the open question alone. */
  public NluResult withoutCorrection() {
    return withVerb(verb.filter(word -> !word.equals(CORRECTION)));
  }

  /** Returns a copy with another verb or none. */
  public NluResult withVerb(Optional<String> other) {
    return new NluResult(mentions, doubts, someoneElse, reply, topics, other);
  }
}
