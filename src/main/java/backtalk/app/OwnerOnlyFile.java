package backtalk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Stores a file that is trusted only when nobody but this process's user can have written it. */
record OwnerOnlyFile(Path path) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Returns the content; empty when the file is absent or another user may have written it. */
  Optional<byte[]> read() {
    try {
      return isOurs() ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException absentOrDamaged) {
      return Optional.empty();
    }
  }

  private boolean isOurs() throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return false;
    }
    PosixFileAttributes file = view.readAttributes();
    return file.isRegularFile()
        && OWNER_ONLY.containsAll(file.permissions())
        && file.owner()
            .equals(
                path.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name")));
  }

  /** Writes the file atomically and for its owner alone; returns false when that fails. */
  boolean write(byte[] content) {
    try {
      Files.createDirectories(path.getParent());
      // Java creates temporary files that only their owner can read and write.
      Path part = Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
      return moved(Files.write(part, content));
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
