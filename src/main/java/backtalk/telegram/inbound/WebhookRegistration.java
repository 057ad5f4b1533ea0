package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.Sleeper;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.api.CallResult;
import backtalk.telegram.parsing.UpdateParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Registers the webhook at Telegram, and keeps it registered. It drops no pending update. The
 * webhook stays registered after the stop: other replicas go on, and a restart receives the updates
 * that came meanwhile.
 */
public final class WebhookRegistration {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);

  /** The most connections that Telegram allows, so that chats do not wait for each other. */
  private static final int MAX_CONNECTIONS = 100;

  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(30);

  private final TelegramConfig.Webhook webhook;
  private final BotApiClient client;
  private final ConnectionStatus status;
  private final Sleeper sleeper;
  private final BooleanSupplier isMine;

  /** When a push last failed, in Telegram's seconds. A later success does not reset it. */
  private long lastFailure;

  /**
   * Creates a registration that is not made yet.
   *
   * @param isMine true while this replica has the duty to check it
   */
  public WebhookRegistration(
      TelegramConfig.Webhook webhook,
      BotApiClient client,
      ConnectionStatus status,
      Sleeper sleeper,
      BooleanSupplier isMine) {
    this.webhook = webhook;
    this.client = client;
    this.status = status;
    this.sleeper = sleeper;
    this.isMine = isMine;
  }

  /** Registers the webhook, and checks it until the stop or until Telegram refuses the token. */
  public void run() {
    set();
    while (!status.isTokenRefused() && sleeper.pause(CHECK_INTERVAL)) {
      if (isMine.getAsBoolean()) {
        check();
      } else {
        status.onStandby();
      }
    }
  }

  /**
   * Registers the webhook, even if it is registered already, because Telegram does not reveal the
   * current secret.
   */
  private void set() {
    SetWebhook call =
        SetWebhook.builder()
            .url(webhook.url())
            .secretToken(webhook.secret())
            .allowedUpdates(UpdateParser.KINDS)
            .maxConnections(MAX_CONNECTIONS)
            .dropPendingUpdates(false)
            .build();
    ExponentialBackoff backoff = client.backoff();
    CallResult result = client.call(call);
    while (!(result instanceof CallResult.Done) && awaitRetry(result, backoff)) {
      result = client.call(call);
    }
    if (result instanceof CallResult.Done) {
      LOG.info("Telegram sends updates to {}", webhook);
      status.polled();
    }
  }

  /**
   * Waits before the next attempt.
   *
   * @return false if there is to be none
   */
  private boolean awaitRetry(CallResult failed, ExponentialBackoff backoff) {
    reportFailure("the webhook cannot be set, trying on: ", failed);
    Duration length =
        failed instanceof CallResult.RateLimited(Duration asked) ? asked : backoff.next();
    return !status.isTokenRefused() && sleeper.pause(length);
  }

  private void reportFailure(String prefix, CallResult failed) {
    if (failed instanceof CallResult.InvalidToken(int code)) {
      status.reportRefusedToken(code);
    } else {
      status.reportTrouble(prefix + "Telegram " + failed.describe());
    }
  }

  private void check() {
    try {
      JsonNode found = client.ask(new GetWebhookInfo());
      if (webhook.url().equals(found.path("url").asText())) {
        reportFailures(found);
      } else {
        LOG.warn("the webhook was removed or changed: setting it again");
        set();
      }
    } catch (CallFailedException failed) {
      reportFailure("the webhook cannot be checked: ", failed.result());
    }
  }

  /** Reports failed pushes since the last check, in Telegram's words, which identify no person. */
  private void reportFailures(JsonNode found) {
    boolean pending = found.path("pending_update_count").asLong() > 0;
    long failed = found.path("last_error_date").asLong();
    boolean isNew = failed != 0 && failed != lastFailure;
    String message = found.path("last_error_message").asText();
    lastFailure = failed;
    if (pending && isNew && !message.isEmpty()) {
      status.reportTrouble("Telegram cannot deliver updates: " + message);
    } else {
      status.polled();
    }
  }
}
