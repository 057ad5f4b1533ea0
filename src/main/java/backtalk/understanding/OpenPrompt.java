package backtalk.understanding;

import java.util.List;

/**
 * Describes the open question, so that "no" can be interpreted as its answer.
 *
 * @param open the asked facts, in the order shown; empty when none is asked
 * @param yesNo true when a question with a yes or no answer is open, even if it asks about no fact
 * @param doubted true when it asks about a fact that the person has hinted at
 */
public record OpenPrompt(List<String> open, boolean yesNo, boolean doubted) {

  /** Marks that nothing is asked. */
  public static final OpenPrompt NOTHING = new OpenPrompt(List.of(), false);

  public OpenPrompt {
    open = List.copyOf(open);
  }

  /** Describes a question about what the person has not hinted at. */
  public OpenPrompt(List<String> open, boolean yesNo) {
    this(open, yesNo, false);
  }

  /** Returns the facts that the person has hinted at. */
  List<String> doubts() {
    return doubted ? open : List.of();
  }
}
