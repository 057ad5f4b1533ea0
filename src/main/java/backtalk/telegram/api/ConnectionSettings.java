package backtalk.telegram.api;

import backtalk.telegram.BotMetrics;
import backtalk.telegram.TelegramConfig;
import okhttp3.OkHttpClient;

/**
 * The ways to Telegram: one for messages, one beside it for answers that must not wait behind them;
 * they share their connections.
 */
public final class ConnectionSettings {

  private final OkHttpClient client = HttpClients.forSending();
  private final BotApiClient messages;
  private final BotApiClient answers;

  public ConnectionSettings(TelegramConfig config, BotMetrics metrics) {
    this.messages = new BotApiClient(client, config, metrics);
    this.answers = new BotApiClient(client, config, metrics);
  }

  public BotApiClient forMessages() {
    return messages;
  }

  public BotApiClient forAnswers() {
    return answers;
  }

  /** Breaks off what is under way. */
  public void end() {
    HttpClients.end(client);
  }
}
