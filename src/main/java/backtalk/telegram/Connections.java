package backtalk.telegram;

import okhttp3.OkHttpClient;

/**
 * The ways to Telegram: one for messages, one beside it for answers that must not wait behind them;
 * they share their connections.
 */
final class Connections {

  private final OkHttpClient client = Clients.forSending();
  private final Caller messages;
  private final Caller answers;

  Connections(Settings settings, Meters meters) {
    this.messages = new Caller(client, settings, meters);
    this.answers = new Caller(client, settings, meters);
  }

  Caller forMessages() {
    return messages;
  }

  Caller forAnswers() {
    return answers;
  }

  /** Breaks off what is under way. */
  void end() {
    Clients.end(client);
  }
}
