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

/** Reads each setting from its first source and collects the mistakes. */
final class ConfigLoader {
  private static final String TOKEN_PATTERN = "\\d{3,20}:[\\w-]{20,100}";
  private static final String DATABASE_PATTERN = "(jdbc:)?postgres(ql)?://[^\\s/]+/\\S+";
  private static final List<String> LOCAL_HOSTS = List.of("127.0.0.1", "localhost");
  private static final String WEBHOOK_SECRET_PATTERN = "[A-Za-z0-9_-]{16,256}";

  private final Map<Setting, String> options;
  private final Map<String, String> environment;
  private final Path here;
  private final Path home;
  private final Path envFile;
  private final Map<String, String> fileValues;
  private final List<String> mistakes = new ArrayList<>();

  ConfigLoader(
      Map<Setting, String> options, Map<String, String> environment, Path here, Path home) {
    this.options = options;
    this.environment = environment;
    this.here = here;
    this.home = home;
    envFile = Files.exists(here.resolve(".env")) ? here.resolve(".env") : home.resolve(".env");
    fileValues = DotEnvFile.read(envFile);
  }

  /**
   * Holds a raw value.
   *
   * @param base the folder against which a relative path is resolved
   */
  private record RawValue(String value, String where, Path base) {}

  Optional<Secret> token() {
    return take(
        Setting.TELEGRAM_BOT_TOKEN,
        "is not a token as @BotFather gives it: digits, a colon, then letters and digits",
        raw -> matching(TOKEN_PATTERN, raw.value()));
  }

  Optional<Secret> webhookSecret() {
    return take(
        Setting.WEBHOOK_SECRET,
        "needs 16 to 256 letters, digits, _ and -, such as openssl rand -hex 32 prints",
        raw -> matching(WEBHOOK_SECRET_PATTERN, raw.value()));
  }

  Optional<URI> url(Setting setting) {
    return take(
        setting,
        "is not an address such as https://api.telegram.org, without a path",
        raw -> plainUrl(raw.value()));
  }

  /** Returns the webhook address: https, or http on this machine for a server of one's own. */
  Optional<URI> webhookUrl() {
    return take(
        Setting.WEBHOOK_URL,
        "is not an address that begins with https:// (on this machine http:// will do)",
        raw -> hookUrl(raw.value()));
  }

  /** Returns the address of the database, which may contain a user and a password. */
  Optional<Secret> databaseUrl() {
    return take(
        Setting.DATABASE_URL,
        "is not an address such as postgresql://user:password@host:5432/name",
        raw -> matching(DATABASE_PATTERN, raw.value()));
  }

  Optional<Path> path(Setting setting) {
    return take(
        setting, "is not the name of a folder", raw -> raw.base().resolve(raw.value()).normalize());
  }

  Optional<String> text(Setting setting) {
    return take(setting, "may hold no blank", raw -> withoutBlank(raw.value()));
  }

  Optional<Integer> number(Setting setting, int least, int most) {
    return take(
        setting,
        "is not a whole number from " + least + " to " + most,
        raw -> inRange(least, most, Integer.parseInt(raw.value())));
  }

  Optional<Boolean> isOn(Setting setting) {
    return take(setting, "is neither on nor off", raw -> isOn(raw.value()));
  }

  private static boolean isOn(String value) {
    require(List.of("on", "off").contains(value));
    return value.equals("on");
  }

  Optional<Config.LogFormat> logFormat() {
    return take(
        Setting.LOG_FORMAT,
        "is neither plain nor json",
        raw -> Config.LogFormat.valueOf(raw.value().toUpperCase(Locale.ROOT)));
  }

  /** Returns every setting that has a value, with its source and with secrets masked. */
  Map<Setting, Config.Shown> shown() {
    Map<Setting, Config.Shown> shown = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      raw(setting).ifPresent(raw -> shown.put(setting, shown(setting, raw)));
    }
    return shown;
  }

  private static Config.Shown shown(Setting setting, RawValue raw) {
    return new Config.Shown(setting.shown(raw.value()), raw.where());
  }

  /** Returns a warning when others can read the {@code .env} file. */
  Optional<String> envFileWarning() {
    return DotEnvFileAccess.warning(envFile);
  }

  /** Throws {@link InvalidConfigException} when any value read so far was unusable. */
  void refuseMistakes() {
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigException(mistakes);
    }
  }

  /**
   * Parses a setting and records a mistake. The value is never repeated, because a secret may have
   * been written on the wrong line.
   */
  private <T> Optional<T> take(Setting setting, String complaint, Function<RawValue, T> parse) {
    Optional<RawValue> raw = raw(setting);
    try {
      return raw.map(parse);
    } catch (IllegalArgumentException e) {
      mistakes.add(setting + " (" + raw.map(RawValue::where).orElse("") + ") " + complaint);
      return Optional.empty();
    }
  }

  /** Returns the raw value from the first source that sets it; a blank value counts as unset. */
  private Optional<RawValue> raw(Setting setting) {
    return Stream.of(
            raw(options.get(setting), "option " + setting.option(), here),
            raw(environment.get(setting.name()), "environment", here),
            raw(fileValues.get(setting.name()), envFile.toString(), parent(envFile)),
            setting.defaultValue().map(value -> new RawValue(value, "default", home)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<RawValue> raw(@Nullable String value, String where, Path base) {
    return Optional.ofNullable(value)
        .map(String::strip)
        .filter(stripped -> !stripped.isEmpty())
        .map(stripped -> new RawValue(stripped, where, base));
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
    require(url.getScheme().equals("https") || LOCAL_HOSTS.contains(url.getHost()));
    return url;
  }

  private static URI url(String value, List<String> schemes) {
    URI url = URI.create(value);
    require(url.getScheme() != null && schemes.contains(url.getScheme()));
    require(url.getHost() != null && url.getUserInfo() == null);
    require(url.getQuery() == null && url.getFragment() == null);
    return url;
  }

  private static String withoutBlank(String value) {
    require(!value.matches(".*\\s.*"));
    return value;
  }

  private static int inRange(int least, int most, int number) {
    require(number >= least && number <= most);
    return number;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }
}
