package backtalk.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Notices changes of a folder's YAML files by their times and sizes. */
final class FolderWatch {
  private final Path folder;
  private Map<Path, String> seen;

  FolderWatch(Path folder) {
    this.folder = folder;
    seen = stamps();
  }

  /** Returns true when a file has changed since the last call or the start. */
  boolean hasChanged() {
    Map<Path, String> now = stamps();
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  /** Returns true when {@link #hasChanged} would. */
  boolean isOutdated() {
    return !stamps().equals(seen);
  }

  private Map<Path, String> stamps() {
    Map<Path, String> stamps = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().matches(".+\\.ya?ml"))
          .forEach(file -> stamps.put(file, stamp(file)));
    } catch (IOException | UncheckedIOException e) {
      return Map.of();
    }
    return stamps;
  }

  /** Returns the time and size of a file; empty while an editor replaces it. */
  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException e) {
      return "";
    }
  }
}
