package backtalk.web;

/**
 * Describes the endpoint that Telegram pushes updates to.
 *
 * @param path begins with a slash
 * @param secret the value that the header of each push must carry
 */
public record WebhookEndpoint(String path, String secret, UpdateReceiver updateReceiver) {

  /** Returns no secret and no path, because the path may contain another secret. */
  @Override
  public String toString() {
    return "updates at ***";
  }
}
