package backtalk.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings in effect, each checked.
 *
 * @param telegramApi http or https, a host, perhaps a port, no path
 * @param port 0 takes any that is free
 * @param retentionDays 1 to 3650
 * @param captureQuestions whether questions that could not be answered are kept, redacted
 * @param shown every setting that has a value, to be shown to an operator
 * @param warnings what is left open to others, a line for an operator each
 */
public record Config(
    Optional<Secret> token,
    URI telegramApi,
    Path dataDir,
    Optional<Secret> databaseUrl,
    Optional<URI> webhookUrl,
    Optional<Secret> webhookSecret,
    String host,
    int port,
    int retentionDays,
    boolean captureQuestions,
    Path conversation,
    LogFormat logFormat,
    Map<Setting, Shown> shown,
    List<String> warnings) {

  /**
   * A value as an operator may see it.
   *
   * @param value secrets are stars
   * @param where it was set, for instance {@code environment}
   */
  public record Shown(String value, String where) {}

  /** How log lines are written. */
  public enum LogFormat {
    PLAIN,
    JSON;

    /** The word in settings. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads the settings: the command line wins over the environment, that over the file {@code .env}
   * (of the working directory, else beside the program), and that over the default.
   *
   * @param options what the command line sets
   * @param here the working directory
   * @param home the folder of the program
   * @throws BadSettings when any value cannot be used; all of them are named
   */
  public static Config read(
      Map<Setting, String> options, Map<String, String> environment, Path here, Path home) {
    ConfigLoader from = new ConfigLoader(options, environment, here, home);
    Optional<Secret> token = from.token();
    Optional<URI> api = from.url(Setting.TELEGRAM_API_URL);
    Optional<Path> dataDir = from.path(Setting.DATA_DIR);
    Optional<Secret> database = from.databaseUrl();
    Optional<URI> webhook = from.webhookUrl();
    Optional<Secret> webhookSecret = from.webhookSecret();
    Optional<String> host = from.word(Setting.HOST);
    Optional<Integer> port = from.number(Setting.PORT, 0, 65_535);
    Optional<Integer> days = from.number(Setting.RETENTION_DAYS, 1, 3_650);
    Optional<Boolean> questions = from.isOn(Setting.CAPTURE_QUESTIONS);
    Optional<Path> conversation = from.path(Setting.CONVERSATION);
    Optional<LogFormat> logFormat = from.logFormat();
    from.refuseMistakes();
    return new Config(
        token,
        api.orElseThrow(),
        dataDir.orElseThrow(),
        database,
        webhook,
        webhookSecret,
        host.orElseThrow(),
        port.orElseThrow(),
        days.orElseThrow(),
        questions.orElseThrow(),
        conversation.orElseThrow(),
        logFormat.orElseThrow(),
        from.shown(),
        ConfigWarnings.of(from.envFileWarning(), host.orElseThrow(), database));
  }
}
