package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.store.FileAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Stores the hash of the last successful proof. The file is trusted only when nobody but this
 * process's user can have written it.
 */
record VerdictFile(Path path) {
  /** Returns true when the file records a proof of exactly this hash. */
  boolean names(String hash) {
    try {
      return isOurs() && Files.size(path) <= hash.length() && Files.readString(path).equals(hash);
    } catch (IOException absentOrDamaged) {
      return false;
    }
  }

  private boolean isOurs() throws IOException {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && FileAccess.of(path, LinkOption.NOFOLLOW_LINKS).filter(FileAccess::isPrivate).isPresent();
  }

  /** Writes the file atomically and for its owner alone; returns false when that fails. */
  boolean write(String hash) {
    try {
      Files.createDirectories(path.getParent());
      // Java creates temporary files that only their owner can read and write.
      Path part = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
      return moved(Files.writeString(part, hash, UTF_8));
    } catch (IOException e) {
      return false;
    }
  }

  private boolean moved(Path part) throws IOException {
    try {
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
