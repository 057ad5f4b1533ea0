package backtalk.understanding;

import java.util.List;

/**
 * What the bot waits for when words come in, so that "no" can be heard as an answer.
 *
 * @param open the facts that are asked, in the order shown; empty: nothing is asked
 * @param yesNo a question that yes or no answers is open, even if it is about no fact
 */
public record OpenPrompt(List<String> open, boolean yesNo) {

  /** Nothing is asked. */
  public static final OpenPrompt NOTHING = new OpenPrompt(List.of(), false);

  public OpenPrompt {
    open = List.copyOf(open);
  }
}
