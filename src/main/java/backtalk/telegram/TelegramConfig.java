package backtalk.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * With which account and where Telegram is spoken to.
 *
 * @param token the bot's secret, as BotFather gave it
 * @param apiUrl scheme, host and port of the Bot API; no path
 * @param webhook where Telegram is to bring updates; empty: they are asked for
 */
public record TelegramConfig(
    String token, String apiUrl, Tuning tuning, Optional<Webhook> webhook) {

  private static final Pattern TOKEN = Pattern.compile("\\d{3,20}:[\\w-]{20,100}");
  private static final int NO_PORT = -1;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /**
   * How long and how much, where the defaults do not fit.
   *
   * @param longPoll how long Telegram holds back a poll that has nothing; whole seconds, at most 50
   * @param readMargin how much longer the poll is waited for before its connection counts as dead
   * @param sweep how often messages are looked for that were left unsent
   * @param burst how many inputs of one person are answered at once, a long text counting as
   *     several, and how many messages are sent to a private chat at once; one a second is added
   */
  public record Tuning(Duration longPoll, Duration readMargin, Duration sweep, int burst) {
    /** What fits Telegram itself. */
    public static final Tuning DEFAULTS =
        new Tuning(Duration.ofSeconds(50), Duration.ofSeconds(12), Duration.ofSeconds(5), 20);
  }

  /**
   * Checks the token and the address without asking anybody.
   *
   * @throws IllegalArgumentException if either cannot be right; its message is one line for the
   *     operator and does not repeat the token
   */
  public TelegramConfig {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "the bot token does not look like one of @BotFather's, such as 123456789:AAF...");
    }
    url(apiUrl);
  }

  /**
   * Where Telegram is to bring updates.
   *
   * @param url the public address, https
   * @param secret what Telegram repeats with each of them; 1 to 256 letters, digits, _ and -
   */
  public record Webhook(String url, String secret) {
    /** Leaves out the secret, and the path, in which there may be another. */
    @Override
    public String toString() {
      return url.replaceFirst("^(\\w+://)(?:[^/?#]*@)?([^/?#]*)[/?#].+$", "$1$2/***");
    }
  }

  /** Settings with what fits Telegram itself, to ask for updates. */
  public static TelegramConfig of(String token, String apiUrl) {
    return new TelegramConfig(token, apiUrl, Tuning.DEFAULTS, Optional.empty());
  }

  /** The same, with updates brought. */
  public TelegramConfig withWebhook(Webhook webhook) {
    return new TelegramConfig(token, apiUrl, tuning, Optional.of(webhook));
  }

  /** The address as the library takes it. */
  public TelegramUrl url() {
    return url(apiUrl);
  }

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "Telegram at " + apiUrl;
  }

  private static TelegramUrl url(String address) {
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme());
      String path = String.valueOf(uri.getPath());
      if (!scheme.matches("https?") || uri.getHost() == null || !path.matches("/?")) {
        throw wrong(address);
      }
      int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
      int port = uri.getPort() == NO_PORT ? usual : uri.getPort();
      return TelegramUrl.builder().schema(scheme).host(uri.getHost()).port(port).build();
    } catch (URISyntaxException unreadable) {
      throw wrong(address);
    }
  }

  private static IllegalArgumentException wrong(String address) {
    return new IllegalArgumentException(
        "the Telegram API URL must be http(s)://host[:port] without a path, not " + address);
  }
}
