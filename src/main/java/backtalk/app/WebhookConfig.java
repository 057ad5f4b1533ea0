package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.config.Config;
import backtalk.config.Secret;
import backtalk.telegram.TelegramBot;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.inbound.PushResult;
import backtalk.web.UpdateReceiver;
import backtalk.web.WebhookEndpoint;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where Telegram brings updates: the address that it is told, and the page that takes them.
 *
 * @param url the public address, which whatever stands in front hands on to that page
 */
record WebhookConfig(URI url, Secret secret) {

  /** The webhook of the settings; empty for a bot that asks for its updates. */
  static Optional<WebhookConfig> of(Config config) {
    return config
        .webhookUrl()
        .map(
            url -> new WebhookConfig(url, config.webhookSecret().orElseGet(() -> derived(config))));
  }

  /** What Telegram is asked for. */
  TelegramConfig.Webhook asked() {
    return new TelegramConfig.Webhook(url.toString(), secret.value());
  }

  /** The page, with the bot behind it. */
  WebhookEndpoint intake(TelegramBot bot) {
    String path = url.getPath().isEmpty() ? "/" : url.getPath();
    return new WebhookEndpoint(path, secret.value(), update -> reply(bot.take(update)));
  }

  private static UpdateReceiver.Reply reply(PushResult pushResult) {
    return switch (pushResult) {
      case TAKEN -> UpdateReceiver.Reply.TAKEN;
      case BUSY -> UpdateReceiver.Reply.BUSY;
      case UNREADABLE -> UpdateReceiver.Reply.UNREADABLE;
    };
  }

  /** A secret that every replica with the same token finds by itself, and nobody else. */
  private static Secret derived(Config config) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] token = config.token().orElseThrow().value().getBytes(UTF_8);
      mac.init(new SecretKeySpec(token, mac.getAlgorithm()));
      return new Secret(HexFormat.of().formatHex(mac.doFinal("webhook".getBytes(UTF_8))));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HmacSHA256", missing);
    }
  }
}
