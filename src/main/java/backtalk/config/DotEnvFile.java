package backtalk.config;

import backtalk.loader.ClosestName;
import backtalk.store.FileAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file with one {@code NAME=value} a line, and checks which other users can
 * change or read it; symbolic links are followed. A message about a line never repeats it, because
 * it may hold a secret.
 */
record DotEnvFile(Path file) {
  private static final long MOST_BYTES = 64 << 10;
  private static final Pattern ENTRY = Pattern.compile("\\s*([\\w.-]+)\\s*=\\s*(.*?)\\s*");
  private static final List<String> SETTINGS =
      Arrays.stream(Setting.values()).map(Setting::name).toList();
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"\\s*(?:#.*)?");

  /** Matches a value in which a # is probably meant as a part of it. */
  private static final Pattern CUT_AT_HASH = Pattern.compile("[^\"\\s#][^#]*(?<!\\s)#.*|#\\S.*");

  /** Returns the settings of the file; empty when there is no such file. */
  Map<String, String> read() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    access().ifPresent(this::refuseUnsafe);
    Map<String, String> values = new HashMap<>();
    List<String> mistakes = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      try {
        read(lines.get(i), values);
      } catch (IllegalArgumentException mistake) {
        mistakes.add(file + ":" + (i + 1) + ": " + mistake.getMessage());
      }
    }
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigException(mistakes);
    }
    return values;
  }

  /** Returns a warning when other users can read the file. */
  Optional<String> warning() {
    return access()
        .filter(FileAccess::isReadableByOthers)
        .map(
            open ->
                file + ": other users may read it and what is secret in it; run chmod 600 " + file);
  }

  /** Returns the folder against which relative paths in the file are resolved. */
  Path folder() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  private void refuseUnsafe(FileAccess access) {
    if (access.isForeign()) {
      throw unusable(
          "belongs to another user, who could change the bot's settings; read it, then run"
              + " sudo install -m 600 -o \"$USER\" "
              + file
              + " "
              + file
              + ".own and move that into its place");
    }
    if (access.isWritableByOthers()) {
      throw unusable("other users may change it; look it through, then run chmod 600 " + file);
    }
  }

  /** Returns the permissions; empty when there is no file or the file system has none. */
  private Optional<FileAccess> access() {
    try {
      return Files.exists(file) ? FileAccess.of(file) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private List<String> lines() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw unusable("is no file of settings, or far too large for one");
      }
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw unusable("cannot be read as a text file in UTF-8");
    }
  }

  private InvalidConfigException unusable(String words) {
    return new InvalidConfigException(List.of(file + ": " + words));
  }

  private static void read(String line, Map<String, String> values) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    require(
        !line.startsWith("\uFEFF"),
        "an invisible mark stands here: save the file as UTF-8 without BOM");
    require(!line.matches("\\s*export\\s.*"), "write NAME=value, without \"export\" in front");
    Matcher entry = ENTRY.matcher(line);
    require(entry.matches(), "write NAME=value, or # in front of a comment");
    values.put(name(entry.group(1)), value(entry.group(2)));
  }

  /** Refuses a name that is close to a setting's name; names of other programs are accepted. */
  private static String name(String written) {
    if (!SETTINGS.contains(written)) {
      ClosestName.to(written.toUpperCase(Locale.ROOT), SETTINGS)
          .ifPresent(meant -> require(false, "no setting has this name; write " + meant));
    }
    return written;
  }

  private static String value(String written) {
    require(!written.startsWith("'"), "put the value in double quotes, not in single ones");
    Matcher quoted = QUOTED.matcher(written);
    if (quoted.matches()) {
      return quoted.group(1);
    }
    require(
        !CUT_AT_HASH.matcher(written).matches(),
        "the value would be cut off at the #: put it in double quotes");
    String plain = written.replaceFirst("\\s*#.*", "");
    require(
        !plain.startsWith("\"") && !plain.endsWith("\""),
        "the double quotes do not close on this line");
    return plain;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
