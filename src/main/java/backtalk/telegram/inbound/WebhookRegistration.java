package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.Sleeper;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.api.CallResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/**
 * Has Telegram bring updates to an address, and sees to it that it stays so. Nothing that waits at
 * Telegram is dropped, and the end of the bot leaves the address set: other replicas go on, and a
 * restart finds what came meanwhile.
 */
public final class WebhookRegistration {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);

  /** Telegram's most: chats do not wait for each other. */
  private static final int MAX_CONNECTIONS = 100;

  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(30);

  private final TelegramConfig.Webhook webhook;
  private final BotApiClient client;
  private final ConnectionStatus status;
  private final Sleeper sleeper;
  private final BooleanSupplier isMine;

  /** When a push last failed, as far as it is known; a later one that went well does not end it. */
  private long lastFailure;

  /**
   * A webhook that is not set yet.
   *
   * @param isMine whether this replica is the one to see that it stays set
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

  /** Sets it, and looks after it until it is time to go or Telegram refuses the token. */
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

  /** Sets it, whatever is set already: of its secret Telegram does not tell. */
  private void set() {
    SetWebhook call =
        SetWebhook.builder()
            .url(webhook.url())
            .secretToken(webhook.secret())
            .allowedUpdates(UpdateParser.KINDS)
            .maxConnections(MAX_CONNECTIONS)
            .dropPendingUpdates(false)
            .build();
    ExponentialBackoff backoff =
        new ExponentialBackoff(Duration.ofMillis(500), Duration.ofSeconds(15));
    CallResult result = client.call(call);
    while (!(result instanceof CallResult.Done) && awaitRetry(result, backoff)) {
      result = client.call(call);
    }
    if (result instanceof CallResult.Done) {
      LOG.info("Telegram brings updates to {}", webhook);
      status.polled();
    }
  }

  /** Waits for the next attempt; false where there is to be none. */
  private boolean awaitRetry(CallResult failed, ExponentialBackoff backoff) {
    troubled("the webhook cannot be set, trying on: ", failed);
    Duration length =
        failed instanceof CallResult.RateLimited(Duration asked) ? asked : backoff.next();
    return !status.isTokenRefused() && sleeper.pause(length);
  }

  private void troubled(String what, CallResult failed) {
    if (failed instanceof CallResult.InvalidToken(int code)) {
      status.reportRefusedToken(code);
    } else {
      status.reportTrouble(what + "Telegram " + failed.describe());
    }
  }

  private void check() {
    try {
      JsonNode found = client.ask(new GetWebhookInfo());
      if (webhook.url().equals(found.path("url").asText())) {
        reportFailures(found);
      } else {
        LOG.warn("somebody took the webhook off or elsewhere: setting it again");
        set();
      }
    } catch (CallFailedException failed) {
      troubled("the webhook cannot be looked at: ", failed.result());
    }
  }

  /** What Telegram met at the address since the last look; its own words, which name nobody. */
  private void reportFailures(JsonNode found) {
    boolean pending = found.path("pending_update_count").asLong() > 0;
    long failed = found.path("last_error_date").asLong();
    boolean isNew = failed != 0 && failed != lastFailure;
    String message = found.path("last_error_message").asText();
    lastFailure = failed;
    if (pending && isNew && !message.isEmpty()) {
      status.reportTrouble("Telegram cannot bring updates: " + message);
    } else {
      status.polled();
    }
  }
}
