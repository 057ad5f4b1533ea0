package backtalk.library;

/** How long texts may be, in characters. */
final class Limits {
  /** A message, by Telegram's Bot API. */
  static final int MESSAGE = 4096;

  /** A button that a narrow phone still shows whole. */
  static final int BUTTON = 28;

  /** A question: two or three short sentences. */
  static final int QUESTION = 200;

  /** A line that tells why something is asked, or what it means. */
  static final int REASON = 220;

  /** Any other line. */
  static final int LINE = 320;

  /** A name, which may stand in a list with others. */
  static final int NAME = 100;

  /** The title of a state: it stands beside the progress, and in pictures. */
  static final int STATE_TITLE = 40;

  /** An answer card that fits a phone's screen. */
  static final int ANSWER = 650;

  /** The title of an emergency: what a locked phone shows. */
  static final int TITLE = 100;

  /** An id: it must fit, with others, into the 64 bytes that Telegram keeps for a button. */
  static final int ID = 40;

  private Limits() {}

  static void check(String text, int longest, String what, Spot at, Issues issues) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      issues.add(
          at,
          what + " has " + length + " characters; " + longest + " are the most.",
          "Shorten it.");
    }
  }
}
