package backtalk.loader;

import backtalk.loader.yaml.SourceLocation;

/** How long texts may be, in characters. */
public final class TextLimits {
  /** A message, by Telegram's Bot API. */
  public static final int MESSAGE = 4096;

  /** A button that a narrow phone still shows whole. */
  public static final int BUTTON = 28;

  /** A question: two or three short sentences. */
  public static final int QUESTION = 200;

  /** A line that tells why something is asked, or what it means. */
  public static final int REASON = 220;

  /** Any other line. */
  public static final int LINE = 320;

  /** A name, which may stand in a list with others. */
  public static final int NAME = 100;

  /** The title of a state: it stands beside the progress, and in pictures. */
  public static final int STATE_TITLE = 40;

  /** An answer card that fits a phone's screen. */
  public static final int ANSWER = 650;

  /** The title of an emergency: what a locked phone shows. */
  public static final int TITLE = 100;

  /** An id: it must fit, with others, into the 64 bytes that Telegram keeps for a button. */
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
