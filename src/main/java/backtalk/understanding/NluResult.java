package backtalk.understanding;

import java.util.List;
import java.util.Optional;

/**
 * What was understood of a message.
 *
 * @param tells facts clearly told, most urgent first
 * @param doubts red flags that may have been meant: to be confirmed by one question
 * @param someoneElse an emergency that somebody else has now; it is no fact of the writer
 * @param reply the answer to the open question
 * @param topics the questions it asks
 * @param verb a verb of the dialogue or a kind of small talk, as named in the wording
 */
public record NluResult(
    List<FactMention> tells,
    List<String> doubts,
    Optional<String> someoneElse,
    Optional<AnswerKind> reply,
    TopicMatch topics,
    Optional<String> verb) {

  /** Stands as the verb of a no that may take back what was told before it. */
  public static final String CORRECTION = "correction";

  public NluResult {
    tells = List.copyOf(tells);
    doubts = List.copyOf(doubts);
  }

  /** True where it says something that can be gone on with. */
  public boolean understood() {
    return !tells().isEmpty()
        || !doubts().isEmpty()
        || someoneElse().isPresent()
        || reply().isPresent()
        || verb().isPresent()
        || topics() instanceof TopicMatch.Answered;
  }

  /** The same, as an answer to nothing. */
  public NluResult answeringNothing() {
    return new NluResult(tells, doubts, someoneElse, Optional.empty(), topics, verb);
  }

  /** The same, with nothing to be confirmed. */
  public NluResult undoubted() {
    return new NluResult(tells, List.of(), someoneElse, reply, topics, verb);
  }

  /** The same, telling other facts. */
  public NluResult telling(List<FactMention> others) {
    return new NluResult(others, doubts, someoneElse, reply, topics, verb);
  }

  /** The same, as a no to what is asked alone. */
  public NluResult correctingNothing() {
    return doing(verb.filter(word -> !word.equals(CORRECTION)));
  }

  /** The same, with another verb or none. */
  public NluResult doing(Optional<String> other) {
    return new NluResult(tells, doubts, someoneElse, reply, topics, other);
  }
}
