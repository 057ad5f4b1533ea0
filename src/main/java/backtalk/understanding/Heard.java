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
public record Heard(
    List<Telling> tells,
    List<String> doubts,
    Optional<String> someoneElse,
    Optional<Reply> reply,
    TopicMatch topics,
    Optional<String> verb) {

  public Heard {
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
  public Heard answeringNothing() {
    return new Heard(tells, doubts, someoneElse, Optional.empty(), topics, verb);
  }

  /** The same, with nothing to be confirmed. */
  public Heard undoubted() {
    return new Heard(tells, List.of(), someoneElse, reply, topics, verb);
  }

  /** The same, telling other facts. */
  public Heard telling(List<Telling> others) {
    return new Heard(others, doubts, someoneElse, reply, topics, verb);
  }

  /** The same, with another verb or none. */
  public Heard doing(Optional<String> other) {
    return new Heard(tells, doubts, someoneElse, reply, topics, other);
  }
}
