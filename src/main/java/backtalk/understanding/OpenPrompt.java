package backtalk.understanding;

import java.util.List;

/**
 * Describes the open question, so that "no" can be interpreted as its answer.
 *
 * @param open the asked facts, in the order shown; empty when none is asked
 * @param yesNo true when a question with a yes or no answer is open, even if it asks about no fact
 */
public record OpenPrompt(List<String> open, boolean yesNo) {

  /** Marks that nothing is asked. */
  public static final OpenPrompt NOTHING = new OpenPrompt(List.of(), false);

  public OpenPrompt {
    open = List.copyOf(open);
  }
}
