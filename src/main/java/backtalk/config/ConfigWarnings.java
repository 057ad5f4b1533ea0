package backtalk.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Warns of settings that work but expose something to others, one line each. */
final class ConfigWarnings {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");
  private static final Pattern DATABASE_HOSTS =
      Pattern.compile("[a-z:]+//(?:[^/@]*@)?([^/?#]*).*", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile(":\\d+$");
  private static final Pattern ENCRYPTED =
      Pattern.compile(".*[?&](sslmode=(require|verify-ca|verify-full)|ssl=true)(&.*)?");

  private ConfigWarnings() {}

  /** Warns of pages that other machines can open. */
  static Optional<String> ofHost(String host) {
    return isLoopback(host)
        ? Optional.empty()
        : Optional.of(
            "HOST="
                + host
                + " opens /healthz, /readyz and /metrics to whoever reaches this address, without a"
                + " password and unencrypted; a firewall or a proxy must keep strangers out");
  }

  /** Warns of an unencrypted connection to a remote database, without repeating the address. */
  static Optional<String> ofDatabase(Secret url) {
    return isOnThisMachine(url.value()) || ENCRYPTED.matcher(url.value()).matches()
        ? Optional.empty()
        : Optional.of(
            "DATABASE_URL names another machine without sslmode, so that dialogues and password may"
                + " go there unencrypted; add ?sslmode=verify-full, or sslmode=require at least");
  }

  private static boolean isOnThisMachine(String url) {
    Matcher hosts = DATABASE_HOSTS.matcher(url);
    return hosts.matches()
        && Arrays.stream(hosts.group(1).split(","))
            .map(host -> PORT.matcher(host).replaceFirst(""))
            .allMatch(ConfigWarnings::isLoopback);
  }

  /** Returns true for a name or an address of this machine. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  static List<String> of(Optional<String> envFile, String host, Optional<Secret> database) {
    return Stream.of(envFile, ofHost(host), database.flatMap(ConfigWarnings::ofDatabase))
        .flatMap(Optional::stream)
        .toList();
  }
}
