package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.StopSignal;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.api.BotApiClient;
import java.time.Duration;
import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Receives updates until the stop: by long polling, or by a webhook where one is configured. With a
 * webhook it only keeps it registered.
 */
public record UpdateSource(
    TelegramConfig config,
    BotApiClient client,
    ConnectionStatus status,
    StopSignal stop,
    ReplicaDuties duties) {

  /** The longest wait for updates whose turns are under way at the stop. */
  private static final Duration LAST_UPDATES = Duration.ofSeconds(4);

  /** Receives updates into these queues until the stop, or until Telegram refuses the token. */
  public void run(ChatQueues queues) {
    if (config.webhook().isPresent()) {
      new WebhookRegistration(config.webhook().get(), client, status, stop, duties.sweeps()).run();
      queues.awaitEmpty(LAST_UPDATES);
    } else {
      PolledUpdates polledUpdates = new PolledUpdates(queues, stop);
      new LongPoller(config, status, polledUpdates, stop, duties.polls()).run();
      queues.awaitEmpty(LAST_UPDATES);
      acknowledge(polledUpdates);
    }
  }

  /**
   * Acknowledges the updates that were polled and handled. Only the next poll would do that, and
   * after the stop there is none.
   */
  private void acknowledge(PolledUpdates polledUpdates) {
    OptionalInt last = polledUpdates.lastHandled();
    if (last.isPresent() && !status.isTokenRefused() && duties.polls().getAsBoolean()) {
      client.call(GetUpdates.builder().offset(last.getAsInt() + 1).limit(1).timeout(0).build());
    }
  }
}
