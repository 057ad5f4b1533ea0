package backtalk.conversation;

import java.util.List;
import java.util.Optional;

/**
 * Describes a topic: a question that people ask, and its answer.
 *
 * @param asks the question in full
 * @param button the label of its button
 * @param explains the guard for offering it with an outcome; empty: never offered by itself
 * @param movements true when it contains exercises: withheld while a red flag is active, otherwise
 *     shown with cautions
 * @param says the answer
 * @param also ids of related topics
 */
public record Topic(
    String id,
    String asks,
    String button,
    Optional<Guard> explains,
    boolean movements,
    List<SourcedText> says,
    List<String> also) {

  public Topic {
    says = List.copyOf(says);
    also = List.copyOf(also);
  }
}
