package backtalk.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notices changes of a conversation's YAML files and pictures by their times and sizes. */
final class FolderWatch {
  private final Path folder;
  private String seen;

  FolderWatch(Path folder) {
    this.folder = folder;
    seen = stamps();
  }

  /** Returns true when a file has changed since the last call or the start. */
  boolean hasChanged() {
    String before = seen;
    seen = stamps();
    return !seen.equals(before);
  }

  /** Returns true when {@link #hasChanged} would. */
  boolean isOutdated() {
    return !stamps().equals(seen);
  }

  private String stamps() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".+\\.(ya?ml|png)"))
          .map(Path::toFile)
          .map(file -> file + " " + file.lastModified() + " " + file.length())
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException replacedMeanwhile) {
      return "";
    }
  }
}
