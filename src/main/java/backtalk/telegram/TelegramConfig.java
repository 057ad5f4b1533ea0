package backtalk.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Configures the account of the bot and the address of the Bot API. The settings have checked both.
 *
 * @param token the bot's secret, from BotFather
 * @param apiUrl scheme, host and port of the Bot API; no path
 * @param webhook the address that Telegram sends updates to; empty for long polling
 * @param zone the operator's time zone, in whose daytime people are asked how they are
 */
public record TelegramConfig(
    String token, String apiUrl, Tuning tuning, Optional<Webhook> webhook, ZoneId zone) {

  private static final int NO_PORT = -1;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /**
   * Configures times and limits.
   *
   * @param longPoll how long Telegram holds back a poll that has no update; whole seconds, at most
   *     50
   * @param readMargin how much longer an answer to the poll is awaited before its connection is
   *     given up
   * @param sweep the interval between two recoveries of unsent messages
   * @param burst how many inputs of one person are answered at once, where a long text counts as
   *     several, and how many messages are sent to a private chat at once; one a second is added
   * @param retry the delay before a failed turn is run again; a failed call waits twice as long at
   *     first, and each later attempt waits twice as long as the one before
   */
  public record Tuning(
      Duration longPoll, Duration readMargin, Duration sweep, int burst, Duration retry) {
    /** Fits Telegram's own servers. */
    public static final Tuning DEFAULTS =
        new Tuning(
            Duration.ofSeconds(50),
            Duration.ofSeconds(12),
            Duration.ofSeconds(5),
            20,
            Duration.ofMillis(250));

    private static final Duration MAX_CALL_DELAY = Duration.ofSeconds(15);

    /** Returns the growing waits between the attempts of a call. */
    public ExponentialBackoff callBackoff() {
      return new ExponentialBackoff(retry.multipliedBy(2), MAX_CALL_DELAY);
    }
  }

  /**
   * Configures the webhook.
   *
   * @param url the public https address that Telegram sends updates to
   * @param secret the secret that Telegram repeats with each update; 1 to 256 letters, digits, _
   *     and -
   */
  public record Webhook(String url, String secret) {

    /** Derives a secret from the token of the bot, which is the same on every replica. */
    public static String secretOf(String token) {
      byte[] hash = LogRedaction.hmac(token.getBytes(UTF_8), "webhook".getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    }

    /** Leaves out the secret, and the path, which may hold another one. */
    @Override
    public String toString() {
      return url.replaceFirst("^(\\w+://)(?:[^/?#]*@)?([^/?#]*)[/?#].+$", "$1$2/***");
    }
  }

  /** Returns the id of the bot's account, which its token begins with. */
  public long account() {
    return Long.parseLong(token.substring(0, token.indexOf(':')));
  }

  /** Returns the address in the form of the library. */
  public TelegramUrl url() {
    URI uri = URI.create(apiUrl);
    int usual = "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    int port = uri.getPort() == NO_PORT ? usual : uri.getPort();
    return TelegramUrl.builder().schema(uri.getScheme()).host(uri.getHost()).port(port).build();
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "Telegram at " + apiUrl;
  }
}
