package backtalk.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes a file as a whole: whoever reads it finds the old text or the new one, never a part. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Puts this text in the file's place; its permissions stay.
   *
   * @throws UncheckedIOException where that cannot be done; the file is then as it was
   */
  public static void write(Path file, String text) {
    try {
      replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.writeString(aside, text);
      if (Files.exists(file)) {
        copyPermissions(file, aside);
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
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
