package backtalk.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces a file atomically: a reader sees the old text or the new text, never a part of it. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Replaces the content of a file and keeps its permissions.
   *
   * @throws UncheckedIOException when the file cannot be written; the file is then unchanged
   */
  public static void write(Path file, String text) {
    try {
      replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.writeString(temporary, text);
      if (Files.exists(file)) {
        copyPermissions(file, temporary);
      }
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var other = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && other != null) {
      other.setPermissions(old.readAttributes().permissions());
    }
  }
}
