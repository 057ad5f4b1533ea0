package backtalk.loader.checks;

import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.Arrays;

/** Lists the limits that a conversation may lower, each with its maximum. */
enum Limit {
  /** Limits the school years that a longer text takes to read. */
  READING_GRADE(8, "", "reading-grade"),
  /** Limits the answer of a card, in characters. */
  ANSWER(160, "limits", "answer"),
  /** Limits what a card shows before it is unfolded, in characters. */
  UNFOLDED(350, "limits", "unfolded"),
  /** Limits the sentences below the answer of a card. */
  SENTENCES(3, "limits", "sentences"),
  /** Limits the answer buttons of a question. */
  BUTTONS(8, "limits", "buttons"),
  /** Limits the rows of buttons of a menu. */
  MENU_ROWS(6, "limits", "menu-rows");

  private final int max;
  private final String group;
  private final String key;

  /** Names the key in conversation.yaml, and the group that holds it or "". */
  Limit(int max, String group, String key) {
    this.max = max;
    this.group = group;
    this.key = key;
  }

  private SourceLocation at(YamlDocuments files) {
    return files.locate(YamlDocuments.CONVERSATION, keys());
  }

  private String[] keys() {
    return group.isEmpty() ? new String[] {key} : new String[] {group, key};
  }

  private boolean isSet(YamlDocuments files) {
    return files.find(YamlDocuments.CONVERSATION, keys()).isPresent();
  }

  /** Returns the value as written; "" when it is not a text. */
  private String written(YamlDocuments files) {
    return files.find(YamlDocuments.CONVERSATION, keys()).orElse(null) instanceof Scalar scalar
        ? scalar.text()
        : "";
  }

  /** Returns the limit of a conversation, which is never above the maximum. */
  int of(YamlDocuments files) {
    String written = written(files);
    return isNumber(written) ? Math.min(Integer.parseInt(written), max) : max;
  }

  private static boolean isNumber(String text) {
    return text.matches("[1-9][0-9]{0,2}");
  }

  /** Checks that a conversation only lowers limits, to a number. */
  record Check(Input input) implements ConversationCheck {

    @Override
    public void find() {
      Arrays.stream(Limit.values()).filter(limit -> limit.isSet(files())).forEach(this::check);
    }

    private void check(Limit limit) {
      String written = limit.written(files());
      String shown = written.isEmpty() ? limit.key : limit.key + ": " + written;
      if (!Limit.isNumber(written)) {
        report(
            limit.at(files()),
            "'" + shown + "' is no number.",
            "Write a number from 1 to " + limit.max + ".");
      } else if (Integer.parseInt(written) > limit.max) {
        report(
            limit.at(files()),
            "'" + shown + "' is higher than " + limit.max + ", the most there is.",
            "Write a lower number, or take it out.");
      }
    }
  }
}
