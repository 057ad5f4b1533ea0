package backtalk.web;

/**
 * Receives the updates that are pushed to the bot. This package checks the sender and the size, and
 * passes the bytes on unread.
 */
@FunctionalInterface
public interface UpdateReceiver {

  /** Reports the result for one update. */
  enum Reply {
    /** The update is committed and need not be sent again. */
    TAKEN,
    /** The bot is overloaded; the sender is asked to try again in a second. */
    BUSY,
    /** The body is not an update and never will be. */
    UNREADABLE,
    /** The bot is stopping; another replica or the next start takes the update. */
    CLOSED
  }

  /**
   * Takes one update and returns once its result is decided.
   *
   * @param update the raw body, JSON if the sender is right
   */
  Reply take(byte[] update);
}
