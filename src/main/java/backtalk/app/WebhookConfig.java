package backtalk.app;

import backtalk.config.Config;
import backtalk.config.Secret;
import backtalk.telegram.TelegramBot;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.inbound.PushResult;
import backtalk.web.WebhookEndpoint;
import java.net.URI;
import java.util.Optional;

/**
 * Configures the webhook: the address that Telegram gets and the endpoint that receives the
 * updates.
 *
 * @param url the public address; a proxy in front forwards its path to the endpoint
 */
record WebhookConfig(URI url, Secret secret) {

  /** Returns the webhook of the settings; empty for a bot that polls. */
  static Optional<WebhookConfig> of(Config config) {
    return config
        .webhookUrl()
        .map(
            url -> new WebhookConfig(url, config.webhookSecret().orElseGet(() -> derived(config))));
  }

  /** Returns the webhook to register with Telegram. */
  TelegramConfig.Webhook requested() {
    return new TelegramConfig.Webhook(url.toString(), secret.value());
  }

  /** Returns the endpoint that passes updates to {@code bot}. */
  WebhookEndpoint endpoint(TelegramBot bot) {
    String path = url.getPath().isEmpty() ? "/" : url.getPath();
    return new WebhookEndpoint(path, secret.value(), update -> reply(bot.take(update)));
  }

  private static WebhookEndpoint.Reply reply(PushResult pushResult) {
    return switch (pushResult) {
      case TAKEN -> WebhookEndpoint.Reply.TAKEN;
      case BUSY -> WebhookEndpoint.Reply.BUSY;
      case UNREADABLE -> WebhookEndpoint.Reply.UNREADABLE;
    };
  }

  /** Derives a secret from the token, which is the same on every replica. */
  private static Secret derived(Config config) {
    String token = config.token().orElseThrow().value();
    return new Secret(TelegramConfig.Webhook.secretOf(token));
  }
}
