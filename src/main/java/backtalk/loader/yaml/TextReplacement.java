package backtalk.loader.yaml;

import backtalk.loader.chattests.ChatTest;
import java.util.List;

/**
 * Replaces one expected text of a chat test by another.
 *
 * @param step index of the step in the test, from 0
 * @param index index of the text under the key, from 0
 */
public record TextReplacement(ChatTest test, int step, Key key, int index, String text) {

  /** Keys of a step whose texts can be replaced. */
  public enum Key {
    SAYS,
    BUTTONS;

    /** Returns the key as written in files. */
    public String word() {
      return this == SAYS ? "says" : "buttons";
    }

    /** Returns the texts that are expected under this key. */
    public List<String> of(ChatTest.ExpectedTexts texts) {
      return this == SAYS ? texts.says() : texts.buttons();
    }
  }

  /**
   * Describes a replacement that was made.
   *
   * @param at location of the text
   * @param old text that was expected before
   */
  public record Done(SourceLocation at, Key key, String old, String text) {}
}
