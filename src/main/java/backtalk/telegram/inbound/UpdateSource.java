package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.StopSignal;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.api.BotApiClient;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Receives updates until the stop: by long polling, or by a webhook where one is configured. With a
 * webhook it only keeps it registered.
 */
public final class UpdateSource {

  private final TelegramConfig config;
  private final BotApiClient client;
  private final ConnectionStatus status;
  private final StopSignal stop;
  private final ReplicaDuties duties;
  private final OffsetTracker offsetTracker = new OffsetTracker();

  public UpdateSource(
      TelegramConfig config,
      BotApiClient client,
      ConnectionStatus status,
      StopSignal stop,
      ReplicaDuties duties) {
    this.config = config;
    this.client = client;
    this.status = status;
    this.stop = stop;
    this.duties = duties;
  }

  /** Receives updates into these queues until the stop, or until Telegram refuses the token. */
  public void run(ChatQueues queues) {
    config.webhook().ifPresentOrElse(this::keepRegistered, () -> poll(queues));
  }

  private void keepRegistered(TelegramConfig.Webhook webhook) {
    new WebhookRegistration(webhook, client, status, stop, duties.sweeps()).run();
  }

  private void poll(ChatQueues queues) {
    UpdateBatchConsumer updateBatchConsumer = new UpdateBatchConsumer(queues, offsetTracker, stop);
    new LongPoller(config, status, updateBatchConsumer, stop, duties.polls()).run();
  }

  /**
   * Acknowledges the updates that were polled and handled. Only the next poll would do that, and
   * after the stop there is none.
   */
  public void acknowledge() {
    if (offsetTracker.lastHandled().isPresent()
        && !status.isTokenRefused()
        && duties.polls().getAsBoolean()) {
      int next = offsetTracker.lastHandled().getAsInt() + 1;
      client.call(GetUpdates.builder().offset(next).limit(1).timeout(0).build());
    }
  }
}
