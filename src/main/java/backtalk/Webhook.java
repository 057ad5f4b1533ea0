package backtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.telegram.Pushed;
import backtalk.telegram.Settings;
import backtalk.telegram.TelegramBot;
import backtalk.web.Hook;
import backtalk.web.Intake;
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
record Webhook(URI url, Secret secret) {

  /** The webhook of the settings; empty for a bot that asks for its updates. */
  static Optional<Webhook> of(Config config) {
    return config
        .webhookUrl()
        .map(url -> new Webhook(url, config.webhookSecret().orElseGet(() -> derived(config))));
  }

  /** What Telegram is asked for. */
  Settings.Hook asked() {
    return new Settings.Hook(url.toString(), secret.value());
  }

  /** The page, with the bot behind it. */
  Intake intake(TelegramBot bot) {
    String path = url.getPath().isEmpty() ? "/" : url.getPath();
    return new Intake(path, secret.value(), update -> reply(bot.take(update)));
  }

  private static Hook.Reply reply(Pushed pushed) {
    return switch (pushed) {
      case TAKEN -> Hook.Reply.TAKEN;
      case BUSY -> Hook.Reply.BUSY;
      case UNREADABLE -> Hook.Reply.UNREADABLE;
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
