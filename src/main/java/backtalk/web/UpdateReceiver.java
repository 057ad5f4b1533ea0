package backtalk.web;

/**
 * Where updates go that are pushed to the bot: this room checks who sends them and how large they
 * are, and does not read them.
 */
@FunctionalInterface
public interface UpdateReceiver {

  /** What becomes of an update. */
  enum Reply {
    /** Committed: it need not come again. */
    TAKEN,
    /** Not now; the sender is asked to come again in a second. */
    BUSY,
    /** No update, now or later. */
    UNREADABLE,
    /** The bot is stopping: another replica, or the next start, takes it. */
    CLOSED
  }

  /**
   * Takes one update; comes back only when it is decided what becomes of it.
   *
   * @param update JSON, as far as the sender says so
   */
  Reply take(byte[] update);
}
