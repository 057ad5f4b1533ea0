package backtalk.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads settings from where each is set first, and gathers the mistakes in them. */
final class ConfigLoader {
  private static final String TOKEN = "\\d{3,20}:[\\w-]{20,100}";
  private static final String DATABASE = "(jdbc:)?postgres(ql)?://[^\\s/]+/\\S+";
  private static final List<String> HERE = List.of("127.0.0.1", "localhost");
  private static final String WEBHOOK_SECRET = "[A-Za-z0-9_-]{16,256}";

  private final Map<Setting, String> options;
  private final Map<String, String> environment;
  private final Path here;
  private final Path home;
  private final Path envFile;
  private final Map<String, String> ofFile;
  private final List<String> mistakes = new ArrayList<>();

  ConfigLoader(
      Map<Setting, String> options, Map<String, String> environment, Path here, Path home) {
    this.options = options;
    this.environment = environment;
    this.here = here;
    this.home = home;
    envFile = Files.exists(here.resolve(".env")) ? here.resolve(".env") : home.resolve(".env");
    ofFile = DotEnvFile.read(envFile);
  }

  /**
   * A value as written.
   *
   * @param base the folder that a relative path in it starts from
   */
  private record Written(String value, String where, Path base) {}

  Optional<Secret> token() {
    return take(
        Setting.TELEGRAM_BOT_TOKEN,
        "is not a token as @BotFather gives it: digits, a colon, then letters and digits",
        written -> matching(TOKEN, written.value()));
  }

  Optional<Secret> webhookSecret() {
    return take(
        Setting.WEBHOOK_SECRET,
        "needs 16 to 256 letters, digits, _ and -, such as openssl rand -hex 32 prints",
        written -> matching(WEBHOOK_SECRET, written.value()));
  }

  Optional<URI> url(Setting setting) {
    return take(
        setting,
        "is not an address such as https://api.telegram.org, without a path",
        written -> plainUrl(written.value()));
  }

  /**
   * Telegram brings updates by https alone; a server of one's own, on this machine, by http too.
   */
  Optional<URI> webhookUrl() {
    return take(
        Setting.WEBHOOK_URL,
        "is not an address that begins with https:// (on this machine http:// will do)",
        written -> hookUrl(written.value()));
  }

  /** Where a database is, with a user and a password in it perhaps. */
  Optional<Secret> databaseUrl() {
    return take(
        Setting.DATABASE_URL,
        "is not an address such as postgresql://user:password@host:5432/name",
        written -> matching(DATABASE, written.value()));
  }

  Optional<Path> path(Setting setting) {
    return take(
        setting,
        "is not the name of a folder",
        written -> written.base().resolve(written.value()).normalize());
  }

  Optional<String> word(Setting setting) {
    return take(setting, "may hold no blank", written -> unbroken(written.value()));
  }

  Optional<Integer> number(Setting setting, int least, int most) {
    return take(
        setting,
        "is not a whole number from " + least + " to " + most,
        written -> within(least, most, Integer.parseInt(written.value())));
  }

  Optional<Boolean> isOn(Setting setting) {
    return take(setting, "is neither on nor off", written -> isOn(written.value()));
  }

  private static boolean isOn(String value) {
    require(List.of("on", "off").contains(value));
    return value.equals("on");
  }

  Optional<Config.LogFormat> logFormat() {
    return take(
        Setting.LOG_FORMAT,
        "is neither plain nor json",
        written -> Config.LogFormat.valueOf(written.value().toUpperCase(Locale.ROOT)));
  }

  /** Every setting that has a value, with where that comes from; no secret's value. */
  Map<Setting, Config.Shown> shown() {
    Map<Setting, Config.Shown> shown = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      written(setting).ifPresent(written -> shown.put(setting, shown(setting, written)));
    }
    return shown;
  }

  private static Config.Shown shown(Setting setting, Written written) {
    return new Config.Shown(setting.shown(written.value()), written.where());
  }

  /** A line for an operator whose file of settings others can read. */
  Optional<String> envFileWarning() {
    return DotEnvFileAccess.warning(envFile);
  }

  /** Throws {@link InvalidConfigException} when any value read so far could not be used. */
  void refuseMistakes() {
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigException(mistakes);
    }
  }

  /** Values are never repeated: a secret may have been written on the wrong line. */
  private <T> Optional<T> take(Setting setting, String wrong, Function<Written, T> parse) {
    Optional<Written> written = written(setting);
    try {
      return written.map(parse);
    } catch (IllegalArgumentException e) {
      mistakes.add(setting + " (" + written.map(Written::where).orElse("") + ") " + wrong);
      return Optional.empty();
    }
  }

  /** The value of a setting from where it is set first; a blank value sets nothing. */
  private Optional<Written> written(Setting setting) {
    return Stream.of(
            written(options.get(setting), "option " + setting.option(), here),
            written(environment.get(setting.name()), "environment", here),
            written(ofFile.get(setting.name()), envFile.toString(), parent(envFile)),
            setting.otherwise().map(value -> new Written(value, "default", home)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Written> written(@Nullable String value, String where, Path base) {
    return Optional.ofNullable(value)
        .map(String::strip)
        .filter(stripped -> !stripped.isEmpty())
        .map(stripped -> new Written(stripped, where, base));
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  private static Secret matching(String pattern, String value) {
    require(value.matches(pattern));
    return new Secret(value);
  }

  private static URI plainUrl(String value) {
    URI url = url(value, List.of("http", "https"));
    require(List.of("", "/").contains(url.getPath()));
    return url;
  }

  private static URI hookUrl(String value) {
    URI url = url(value, List.of("http", "https"));
    require(url.getScheme().equals("https") || HERE.contains(url.getHost()));
    return url;
  }

  private static URI url(String value, List<String> schemes) {
    URI url = URI.create(value);
    require(url.getScheme() != null && schemes.contains(url.getScheme()));
    require(url.getHost() != null && url.getUserInfo() == null);
    require(url.getQuery() == null && url.getFragment() == null);
    return url;
  }

  private static String unbroken(String value) {
    require(!value.matches(".*\\s.*"));
    return value;
  }

  private static int within(int least, int most, int number) {
    require(number >= least && number <= most);
    return number;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }
}
