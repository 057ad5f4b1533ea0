package backtalk.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads each setting from its first source and collects the mistakes. */
final class ConfigLoader {

  private final Map<Setting, String> options;
  private final Map<String, String> environment;
  private final Path here;
  private final Path home;
  private final DotEnvFile envFile;
  private final Map<String, String> fileValues;
  private final List<String> mistakes = new ArrayList<>();

  ConfigLoader(
      Map<Setting, String> options, Map<String, String> environment, Path here, Path home) {
    this.options = options;
    this.environment = environment;
    this.here = here;
    this.home = home;
    Path own = here.resolve(".env");
    envFile = new DotEnvFile(Files.exists(own) ? own : home.resolve(".env"));
    fileValues = envFile.read();
  }

  /**
   * Holds a raw value.
   *
   * @param base the folder against which a relative path is resolved
   */
  private record RawValue(String value, String where, Path base) {}

  /** Returns a value of a form; {@code complaint} says what the form is. */
  Optional<String> matching(Setting setting, String form, String complaint) {
    return take(setting, complaint, raw -> valid(raw.value(), value -> value.matches(form)));
  }

  Optional<Secret> secret(Setting setting, String form, String complaint) {
    return matching(setting, form, complaint).map(Secret::new);
  }

  Optional<Path> path(Setting setting) {
    return take(
        setting, "is not the name of a folder", raw -> raw.base().resolve(raw.value()).normalize());
  }

  Optional<Integer> number(Setting setting, int least, int most) {
    return take(
        setting,
        "is not a whole number from " + least + " to " + most,
        raw -> valid(Integer.valueOf(raw.value()), number -> number >= least && number <= most));
  }

  Optional<ZoneId> zone(Setting setting) {
    return take(
        setting,
        "is not a time zone such as Europe/Berlin or +02:00",
        raw -> ZoneId.of(raw.value()));
  }

  /** Returns one of two words, in lower case. */
  Optional<String> either(Setting setting, String one, String other) {
    return take(
        setting,
        "is neither " + one + " nor " + other,
        raw -> valid(raw.value().toLowerCase(Locale.ROOT), List.of(one, other)::contains));
  }

  /** Returns an address without a path. */
  Optional<URI> host(Setting setting) {
    return take(
        setting,
        "is not an address such as https://api.telegram.org, without a path",
        raw -> valid(url(raw.value()), url -> List.of("", "/").contains(url.getPath())));
  }

  /** Returns a public address: https, or http on this machine for a server of one's own. */
  Optional<URI> publicUrl(Setting setting) {
    return take(
        setting,
        "is not an address that begins with https:// (on this machine http:// will do)",
        raw ->
            valid(
                url(raw.value()),
                url ->
                    url.getScheme().equals("https") || ConfigWarnings.isLoopback(url.getHost())));
  }

  private static URI url(String value) {
    return valid(
        URI.create(value),
        url ->
            ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null);
  }

  private static <T> T valid(T value, Predicate<T> valid) {
    if (!valid.test(value)) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  /** Returns every setting that has a value, with its source and with secrets masked. */
  Map<Setting, Config.Shown> shown() {
    Map<Setting, Config.Shown> shown = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      raw(setting)
          .ifPresent(
              raw -> shown.put(setting, new Config.Shown(setting.shown(raw.value()), raw.where())));
    }
    return shown;
  }

  /** Returns a warning when others can read the {@code .env} file. */
  Optional<String> envFileWarning() {
    return envFile.warning();
  }

  /** Throws {@link InvalidConfigException} when any value read so far was unusable. */
  void refuseMistakes() {
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigException(mistakes);
    }
  }

  /**
   * Parses a value, or records that it is unusable. The value is never repeated, because a secret
   * may have been written on the wrong line.
   */
  private <T> Optional<T> take(Setting setting, String complaint, Function<RawValue, T> parse) {
    Optional<RawValue> raw = raw(setting);
    try {
      return raw.map(parse);
    } catch (IllegalArgumentException | DateTimeException e) {
      mistakes.add(setting + " (" + raw.map(RawValue::where).orElse("") + ") " + complaint);
      return Optional.empty();
    }
  }

  /** Returns the raw value from the first source that sets it; a blank value counts as unset. */
  private Optional<RawValue> raw(Setting setting) {
    return Stream.of(
            raw(options.get(setting), "option " + setting.option(), here),
            raw(environment.get(setting.name()), "environment", here),
            raw(fileValues.get(setting.name()), envFile.file().toString(), envFile.folder()),
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
}
