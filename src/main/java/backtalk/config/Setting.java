package backtalk.config;

import java.util.Locale;
import java.util.Optional;

/** Lists the settings; each name is that of the environment variable. */
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
  TIME_ZONE("", "where the day is in which people are asked how they are; unset: the system's"),
  CAPTURE_QUESTIONS("off", "on keeps redacted questions that the bot could not answer"),
  CONVERSATION("conversations/back-cracking", "the folder of the conversation to hold"),
  LOG_FORMAT("plain", "how log lines are written: plain or json");

  private final String defaultValue;
  private final String description;

  Setting(String defaultValue, String description) {
    this.defaultValue = defaultValue;
    this.description = description;
  }

  public Optional<String> defaultValue() {
    return Optional.of(defaultValue).filter(value -> !value.isEmpty());
  }

  /** Returns a value as an operator may see it: masked when it is, or may contain, a secret. */
  String shown(String value) {
    return switch (this) {
      case TELEGRAM_BOT_TOKEN, DATABASE_URL, WEBHOOK_SECRET -> "***";
      // Many operators put a token into the path so that strangers cannot find the page.
      case WEBHOOK_URL ->
          value.replaceFirst("^(\\w+://)(?:[^/?#]*@)?([^/?#]*)[/?#].+$", "$1$2/***");
      default -> value;
    };
  }

  /** Returns the description for the help text. */
  public String description() {
    return description;
  }

  /** Returns the command-line option, for instance {@code --data-dir}. */
  public String option() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
