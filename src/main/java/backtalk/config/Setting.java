package backtalk.config;

import java.util.Locale;
import java.util.Optional;

/** A setting of the program: its name is that of the environment variable. */
public enum Setting {
  TELEGRAM_BOT_TOKEN("", "the bot's token, as @BotFather gave it"),
  TELEGRAM_API_URL("https://api.telegram.org", "where Telegram's Bot API answers"),
  DATA_DIR("data", "the folder of the embedded database"),
  DATABASE_URL("", "the database that several replicas share"),
  WEBHOOK_URL("", "the public https address that Telegram sends updates to"),
  WEBHOOK_SECRET("", "what Telegram repeats with each update it sends there"),
  HOST("127.0.0.1", "the address that the bot's own pages listen on"),
  PORT("8080", "the port that they listen on; 0: any that is free"),
  RETENTION_DAYS("30", "after how many days of silence a dialogue is forgotten"),
  CAPTURE_QUESTIONS("off", "on keeps redacted questions that the bot could not answer"),
  CONVERSATION("conversations/back-cracking", "the folder of the conversation to hold"),
  LOG_FORMAT("plain", "how log lines are written: plain or json");

  private final String otherwise;
  private final String about;

  Setting(String otherwise, String about) {
    this.otherwise = otherwise;
    this.about = about;
  }

  /** The value where nobody set one; empty for a setting that may be missing. */
  public Optional<String> otherwise() {
    return Optional.of(otherwise).filter(value -> !value.isEmpty());
  }

  /** A value as an operator may see it: stars for what is secret, or may be in part. */
  String shown(String value) {
    return switch (this) {
      case TELEGRAM_BOT_TOKEN, DATABASE_URL, WEBHOOK_SECRET -> "***";
      // Many put a token into the path, by which nobody else finds the page.
      case WEBHOOK_URL ->
          value.replaceFirst("^(\\w+://)(?:[^/?#]*@)?([^/?#]*)[/?#].+$", "$1$2/***");
      default -> value;
    };
  }

  /** What it is, in a few words. */
  public String about() {
    return about;
  }

  /** Its option on the command line, for instance {@code --data-dir}. */
  public String option() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
