package backtalk.config;

import backtalk.store.FileAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Checks which users besides the operator can change or read the {@code .env} file; symbolic links
 * are followed.
 */
final class DotEnvFileAccess {
  private DotEnvFileAccess() {}

  /** Throws {@link InvalidConfigException} when another user could change the file. */
  static void refuseUnsafe(Path file) {
    access(file).flatMap(access -> danger(file, access)).ifPresent(DotEnvFileAccess::refuse);
  }

  private static Optional<String> danger(Path file, FileAccess access) {
    if (access.isForeign()) {
      return Optional.of(
          file
              + ": belongs to another user, who could change the bot's settings; read it, then run"
              + " sudo install -m 600 -o \"$USER\" "
              + file
              + " "
              + file
              + ".own and move that into its place");
    }
    return access.isWritableByOthers()
        ? Optional.of(
            file + ": other users may change it; look it through, then run chmod 600 " + file)
        : Optional.empty();
  }

  private static void refuse(String line) {
    throw new InvalidConfigException(List.of(line));
  }

  /** Returns a warning when other users can read the file. */
  static Optional<String> warning(Path file) {
    return access(file)
        .filter(FileAccess::isReadableByOthers)
        .map(
            open ->
                file + ": other users may read it and what is secret in it; run chmod 600 " + file);
  }

  /** Returns the permissions; empty when there is no file or the file system has none. */
  private static Optional<FileAccess> access(Path file) {
    try {
      return Files.exists(file) ? FileAccess.of(file) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
