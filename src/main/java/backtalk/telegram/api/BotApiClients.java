package backtalk.telegram.api;

import backtalk.telegram.BotMetrics;
import backtalk.telegram.TelegramConfig;
import okhttp3.OkHttpClient;

/**
 * The ways to Telegram: one for messages, one beside it for answers that must not wait behind them;
 * they share their connections.
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

  /** Breaks off what is under way. */
  public void end() {
    HttpClients.end(client);
  }
}
