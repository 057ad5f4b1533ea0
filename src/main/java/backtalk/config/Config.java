package backtalk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
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
 * @param zone the operator's time zone
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
    ZoneId zone,
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
    Optional<Secret> token =
        loader.secret(
            Setting.TELEGRAM_BOT_TOKEN,
            "\\d{3,18}:[\\w-]{20,100}",
            "is not a token as @BotFather gives it: digits, a colon, then letters and digits");
    Optional<URI> api = loader.host(Setting.TELEGRAM_API_URL);
    Optional<Path> dataDir = loader.path(Setting.DATA_DIR);
    Optional<Secret> database =
        loader.secret(
            Setting.DATABASE_URL,
            "(jdbc:)?postgres(ql)?://[^\\s/]+/\\S+",
            "is not an address such as postgresql://user:password@host:5432/name");
    Optional<URI> webhook = loader.publicUrl(Setting.WEBHOOK_URL);
    Optional<Secret> webhookSecret =
        loader.secret(
            Setting.WEBHOOK_SECRET,
            "[A-Za-z0-9_-]{16,256}",
            "needs 16 to 256 letters, digits, _ and -, such as openssl rand -hex 32 prints");
    Optional<String> host = loader.matching(Setting.HOST, "\\S+", "may hold no blank");
    Optional<Integer> port = loader.number(Setting.PORT, 0, 65_535);
    Optional<Integer> days = loader.number(Setting.RETENTION_DAYS, 1, 3_650);
    Optional<ZoneId> zone = loader.zone(Setting.TIME_ZONE);
    Optional<String> questions = loader.either(Setting.CAPTURE_QUESTIONS, "on", "off");
    Optional<Path> conversation = loader.path(Setting.CONVERSATION);
    Optional<String> logFormat = loader.either(Setting.LOG_FORMAT, "plain", "json");
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
        zone.orElseGet(ZoneId::systemDefault),
        questions.orElseThrow().equals("on"),
        conversation.orElseThrow(),
        LogFormat.valueOf(logFormat.orElseThrow().toUpperCase(Locale.ROOT)),
        loader.shown(),
        ConfigWarnings.of(loader.envFileWarning(), host.orElseThrow(), database));
  }
}
