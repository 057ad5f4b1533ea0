package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;

/** Defines the maximum lengths of texts, in characters. */
public final class TextLimits {
  /** Maximum length of a message (Telegram Bot API). */
  public static final int MESSAGE = 4096;

  /** Maximum length of a button label that a narrow phone shows in full. */
  public static final int BUTTON = 28;

  /** Maximum length of a question: two or three short sentences. */
  public static final int QUESTION = 200;

  /** Maximum length of a line that says why something is asked or what it means. */
  public static final int REASON = 220;

  /** Maximum length of any other line. */
  public static final int LINE = 320;

  /** Maximum length of a name, which may appear in a list with others. */
  public static final int NAME = 100;

  /** Maximum length of a state's title, which appears beside the progress and in diagrams. */
  public static final int STATE_TITLE = 40;

  /** Maximum length of a topic's answer that fits a phone's screen. */
  public static final int ANSWER = 650;

  /** Maximum length of an emergency's title, which a locked phone shows. */
  public static final int TITLE = 100;

  /**
   * Maximum length of an id. It must fit, with others, into the 64 bytes of Telegram's callback
   * data.
   */
  public static final int ID = 40;

  private TextLimits() {}

  public static void check(
      String text, int longest, String what, SourceLocation at, Issues issues) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      issues.add(
          at,
          what + " has " + length + " characters; " + longest + " are the most.",
          "Shorten it.");
    }
  }
}
