package backtalk.telegram.api;

import backtalk.telegram.BotMetrics;
import backtalk.telegram.TelegramConfig;
import okhttp3.OkHttpClient;

/**
 * Holds two clients of the Bot API: one for messages, and one for urgent calls, which must not wait
 * behind messages. They share their connections.
 */
public final class BotApiClients {

  private final OkHttpClient client = HttpClients.forSending();
  private final BotApiClient messages;
  private final BotApiClient urgent;

  public BotApiClients(TelegramConfig config, BotMetrics metrics) {
    this.messages = new BotApiClient(client, config, metrics);
    this.urgent = new BotApiClient(client, config, metrics);
  }

  public BotApiClient forMessages() {
    return messages;
  }

  public BotApiClient forUrgent() {
    return urgent;
  }

  /** Cancels the calls that are under way. */
  public void end() {
    HttpClients.end(client);
  }
}
