package backtalk.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the settings in effect, all of them validated.
 *
 * @param telegramApi http or https, a host, optionally a port, no path
 * @param port 0 means any free port
 * @param retentionDays 1 to 3650
 * @param captureQuestions true stores unanswered questions in redacted form
 * @param shown every setting that has a value, as shown to an operator
 * @param warnings one line for each setting that exposes something to others
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
   * Holds a value as an operator may see it.
   *
   * @param value stars for a secret
   * @param where the source, for instance {@code environment}
   */
  public record Shown(String value, String where) {}

  /** Selects the format of log lines. */
  public enum LogFormat {
    PLAIN,
    JSON;

    /** Returns the value used in the settings. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads the settings. The command line wins over the environment, the environment over the file
   * {@code .env} (in the working directory, otherwise beside the program), and that file over the
   * default.
   *
   * @param options the settings of the command line
   * @param here the working directory
   * @param home the folder of the program
   * @throws InvalidConfigException naming every value that cannot be used
   */
  public static Config read(
      Map<Setting, String> options, Map<String, String> environment, Path here, Path home) {
    ConfigLoader loader = new ConfigLoader(options, environment, here, home);
    Optional<Secret> token = loader.token();
    Optional<URI> api = loader.url(Setting.TELEGRAM_API_URL);
    Optional<Path> dataDir = loader.path(Setting.DATA_DIR);
    Optional<Secret> database = loader.databaseUrl();
    Optional<URI> webhook = loader.webhookUrl();
    Optional<Secret> webhookSecret = loader.webhookSecret();
    Optional<String> host = loader.text(Setting.HOST);
    Optional<Integer> port = loader.number(Setting.PORT, 0, 65_535);
    Optional<Integer> days = loader.number(Setting.RETENTION_DAYS, 1, 3_650);
    Optional<Boolean> questions = loader.isOn(Setting.CAPTURE_QUESTIONS);
    Optional<Path> conversation = loader.path(Setting.CONVERSATION);
    Optional<LogFormat> logFormat = loader.logFormat();
    loader.refuseMistakes();
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
        loader.shown(),
        ConfigWarnings.of(loader.envFileWarning(), host.orElseThrow(), database));
  }
}
