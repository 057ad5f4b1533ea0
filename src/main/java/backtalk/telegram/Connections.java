package backtalk.telegram;

import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;

/** The ways to Telegram: one for messages, one beside it for answers that must not wait. */
final class Connections {

  private final OkHttpClient sending = Clients.forSending();
  private final OkHttpClient answering = Clients.beside(sending);
  private final Settings settings;

  Connections(Settings settings) {
    this.settings = settings;
  }

  Caller forMessages() {
    return caller(sending);
  }

  Caller forAnswers() {
    return caller(answering);
  }

  /** Breaks off what is under way. */
  void end() {
    Clients.end(answering);
    Clients.end(sending);
  }

  private Caller caller(OkHttpClient client) {
    return new Caller(new OkHttpTelegramClient(client, settings.token(), settings.url()));
  }
}
