package backtalk.config;

import backtalk.loader.ClosestName;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a {@code .env} file with one {@code NAME=value} a line.
 *
 * <p>The library that parses it silently cuts an unquoted value at {@code #}, keeps single quotes
 * in the value and drops a value with an unclosed quote. Its error messages repeat the line, which
 * may hold a secret. Each line is therefore checked first.
 */
final class DotEnvFile {
  private static final long MOST_BYTES = 64 << 10;
  private static final Pattern ENTRY = Pattern.compile("\\s*([\\w.-]+)\\s*=\\s*(.*?)\\s*");
  private static final List<String> SETTINGS =
      Arrays.stream(Setting.values()).map(Setting::name).toList();
  private static final Pattern WHOLE_QUOTE = Pattern.compile("\"[^\"]*\"\\s*(#.*)?");
  private static final Pattern CUT_AT_HASH = Pattern.compile("[^\"\\s#][^#]*(?<!\\s)#.*|#\\S.*");

  private DotEnvFile() {}

  /** Returns the settings of {@code file}; empty when there is no such file. */
  static Map<String, String> read(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    DotEnvFileAccess.refuseUnsafe(file);
    refuseLarge(file);
    List<String> mistakes = mistakes(file);
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigException(mistakes);
    }
    return load(file);
  }

  private static void refuseLarge(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw new InvalidConfigException(
            List.of(file + ": is no file of settings, or far too large for one"));
      }
    } catch (IOException e) {
      throw new InvalidConfigException(List.of(file + ": cannot be read"));
    }
  }

  private static List<String> mistakes(Path file) {
    List<String> lines = lines(file);
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            i ->
                mistake(lines.get(i))
                    .map(mistake -> file + ":" + (i + 1) + ": " + mistake)
                    .stream())
        .toList();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidConfigException(List.of(file + ": cannot be read as a text file in UTF-8"));
    }
  }

  /** Returns the mistake in one line without repeating the line. */
  private static Optional<String> mistake(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return Optional.empty();
    }
    if (line.startsWith("\uFEFF")) {
      return Optional.of("an invisible mark stands here: save the file as UTF-8 without BOM");
    }
    if (line.matches("\\s*export\\s.*")) {
      return Optional.of("write NAME=value, without \"export\" in front");
    }
    var entry = ENTRY.matcher(line);
    return entry.matches()
        ? mistakeInName(entry.group(1)).or(() -> mistakeInValue(entry.group(2)))
        : Optional.of("write NAME=value, or # in front of a comment");
  }

  /** Reports a name that is close to a setting's name; names of other programs are accepted. */
  private static Optional<String> mistakeInName(String name) {
    return SETTINGS.contains(name)
        ? Optional.empty()
        : ClosestName.to(name.toUpperCase(Locale.ROOT), SETTINGS)
            .map(meant -> "no setting has this name; write " + meant);
  }

  private static Optional<String> mistakeInValue(String value) {
    if (value.startsWith("'")) {
      return Optional.of("put the value in double quotes, not in single ones");
    }
    if (value.startsWith("\"")) {
      return WHOLE_QUOTE.matcher(value).matches()
          ? Optional.empty()
          : Optional.of("the double quotes do not close on this line");
    }
    return CUT_AT_HASH.matcher(value).matches()
        ? Optional.of("the value would be cut off at the #: put it in double quotes")
        : Optional.empty();
  }

  private static Map<String, String> load(Path file) {
    try {
      return Dotenv.configure()
          .directory(String.valueOf(file.toAbsolutePath().getParent()))
          .filename(String.valueOf(file.getFileName()))
          .load()
          .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
          .stream()
          .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue));
    } catch (DotenvException e) {
      throw new InvalidConfigException(List.of(file + ": a line is not NAME=value"));
    }
  }
}
