package backtalk.cli.chattest;

import backtalk.loader.yaml.TextReplacement;
import java.util.List;

/** One thing that a test expects of a turn and that is not so. */
sealed interface Mismatch {

  /** What was expected and what came instead. */
  String sentence();

  /** A fact, a place, an action or topics: the bot does something else. */
  record Deed(String sentence) implements Mismatch {}

  /** Words that must not stand in the answer stand there. */
  record Forbidden(String sentence) implements Mismatch {}

  /**
   * A text that is not read on the phone any more.
   *
   * @param index which text of the key, from 0 on
   * @param offered the texts that are read there
   */
  record Gone(TextReplacement.Key key, int index, String text, List<String> offered)
      implements Mismatch {
    public Gone {
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
