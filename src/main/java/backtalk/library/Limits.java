package backtalk.library;

/** How long texts may be, in characters. */
final class Limits {
  /** A message, by Telegram's Bot API. */
  static final int MESSAGE = 4096;

  /** A button that a narrow phone still shows whole. */
  static final int BUTTON = 28;

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
