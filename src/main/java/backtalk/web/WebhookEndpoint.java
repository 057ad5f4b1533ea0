package backtalk.web;

import java.util.function.Function;

/**
 * Describes the endpoint that Telegram pushes updates to. This package checks the sender and the
 * size of an update, and passes its bytes on unread.
 *
 * @param path begins with a slash
 * @param secret the value that the header of each push must carry
 * @param receiver takes the body of one push and returns once its result is decided
 */
public record WebhookEndpoint(String path, String secret, Function<byte[], Reply> receiver) {

  /** Reports the result for one update. */
  public enum Reply {
    /** The update is committed and need not be sent again. */
    TAKEN,
    /** The bot is overloaded or stopping; the sender is asked to try again in a second. */
    BUSY,
    /** The body is not an update and never will be. */
    UNREADABLE
  }

  /** Returns no secret and no path, because the path may contain another secret. */
  @Override
  public String toString() {
    return "updates at ***";
  }
}
