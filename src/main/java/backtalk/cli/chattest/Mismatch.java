package backtalk.cli.chattest;

import backtalk.loader.chattests.TextReplacement;
import java.util.List;

/** Describes one expectation that a turn does not meet. */
sealed interface Mismatch {

  /** Returns the expected and the actual value as a sentence. */
  String sentence();

  /** Describes a wrong fact, state, outcome, action or topic: the bot behaves differently. */
  record Behavior(String sentence) implements Mismatch {}

  /** Describes a forbidden text that the answer contains. */
  record Forbidden(String sentence) implements Mismatch {}

  /**
   * Describes an expected text that the turn no longer shows.
   *
   * @param index the index of the text within the key, from 0
   * @param offered the texts that the turn shows
   */
  record Missing(TextReplacement.Key key, int index, String text, List<String> offered)
      implements Mismatch {
    public Missing {
      offered = List.copyOf(offered);
    }

    @Override
    public String sentence() {
      return switch (key) {
        case SAYS -> "says: nowhere in the answer: \"" + text + "\"";
        case BUTTONS ->
            "buttons: no [%s]; there are: %s"
                .formatted(text, offered.isEmpty() ? "none" : String.join(", ", offered));
      };
    }
  }
}
