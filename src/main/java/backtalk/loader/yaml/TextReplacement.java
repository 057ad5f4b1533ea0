package backtalk.loader.yaml;

import backtalk.loader.chattests.ChatTest;
import java.util.List;

/**
 * A text that a test expects, and the one to expect in its place.
 *
 * @param step which step of the test, from 0 on
 * @param index which text of the key, from 0 on
 */
public record TextReplacement(ChatTest test, int step, Key key, int index, String text) {

  /** The keys of a step whose texts can be rewritten. */
  public enum Key {
    SAYS,
    BUTTONS;

    /** The word in files. */
    public String word() {
      return this == SAYS ? "says" : "buttons";
    }

    /** What is expected under this key. */
    public List<String> of(ChatTest.Said said) {
      return this == SAYS ? said.says() : said.buttons();
    }
  }

  /**
   * A rewrite that was done.
   *
   * @param at where the text begins
   * @param old what was expected before
   */
  public record Done(SourceLocation at, Key key, String old, String text) {}
}
