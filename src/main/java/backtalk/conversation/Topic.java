package backtalk.conversation;

import java.util.List;
import java.util.Optional;

/**
 * A question that people ask, and its answer card.
 *
 * @param asks the question in full
 * @param button the question on a button
 * @param explains offered at an ending when this holds; empty: never by itself
 * @param movements contains exercises: withheld while a red flag stands, cautions added
 * @param says the answer
 * @param also ids of topics that people also ask
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
