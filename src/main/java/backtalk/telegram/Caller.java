package backtalk.telegram;

import java.io.Serializable;
import java.util.concurrent.ExecutionException;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Makes calls of the Bot API, once each: to repeat one or not is the asker's to decide. */
final class Caller {

  private final TelegramClient client;

  Caller(TelegramClient client) {
    this.client = client;
  }

  /** Makes the call and waits for its end, which the client's time limit brings about. */
  <T extends Serializable> Verdict call(BotApiMethod<T> method) {
    try {
      return Verdict.of(client.executeAsync(method).get());
    } catch (ExecutionException failed) {
      return Verdict.of(failed.getCause() == null ? failed : failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Verdict.Later("stopped");
    } catch (TelegramApiException | RuntimeException failed) {
      return Verdict.of(failed);
    }
  }

  /**
   * Makes the call and gives what Telegram answers.
   *
   * @throws TelegramApiException if there is no good answer
   */
  <T extends Serializable> T ask(BotApiMethod<T> method) throws TelegramApiException {
    return client.execute(method);
  }
}
