package backtalk.web;

/**
 * The address that updates are pushed to.
 *
 * @param path begins with a slash
 * @param secret what each push must carry in its header
 */
public record WebhookEndpoint(String path, String secret, UpdateReceiver updateReceiver) {

  /** Leaves out the secret, and the path, in which there may be another. */
  @Override
  public String toString() {
    return "updates at ***";
  }
}
