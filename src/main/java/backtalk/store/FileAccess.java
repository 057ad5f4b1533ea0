package backtalk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The owner of a file and the permission bits that others have on it.
 *
 * @param owner the user's number
 * @param mode the bits as {@code chmod} takes them
 */
public record FileAccess(int owner, int mode) {

  private static final int ROOT = 0;
  private static final int OTHERS = 0077;
  private static final int OTHERS_READ = 0044;
  private static final int OTHERS_WRITE = 0022;
  private static final int STICKY = 01000;

  /** Who may do what with a file; empty where the file system has no such owners. */
  public static Optional<FileAccess> of(Path file, LinkOption... options) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    return Optional.of(
        new FileAccess(number(file, "unix:uid", options), number(file, "unix:mode", options)));
  }

  private static int number(Path file, String attribute, LinkOption... options) throws IOException {
    return (Integer) Files.getAttribute(file, attribute, options);
  }

  /** True where the file belongs to somebody who is neither this user nor root. */
  public boolean isForeign() {
    return owner != ROOT && !isOwn();
  }

  /** True where the file belongs to the user that this process runs as. */
  boolean isOwn() {
    return owner == Self.USER;
  }

  /** True where anybody but the owner may read it. */
  public boolean isReadableByOthers() {
    return (mode & OTHERS_READ) != 0;
  }

  /** True where anybody but the owner may change it. */
  public boolean isWritableByOthers() {
    return (mode & OTHERS_WRITE) != 0;
  }

  /** True where anybody but the owner may do anything with it. */
  boolean isOpenToOthers() {
    return (mode & OTHERS) != 0;
  }

  /** True for a directory that is meant to be shared, such as /tmp. */
  boolean isSticky() {
    return (mode & STICKY) != 0;
  }

  /** The user that this process runs as, found once. */
  private static final class Self {
    static final int USER = find();

    /** Java does not tell: the user owns the process, and any file that it makes. */
    private static int find() {
      try {
        Path process = Path.of("/proc/self");
        return Files.exists(process) ? owner(process) : ownerOfNewFile();
      } catch (IOException e) {
        throw new StoreException("the user of this process cannot be found out", e);
      }
    }

    private static int ownerOfNewFile() throws IOException {
      Path file = Files.createTempFile("backtalk", ".tmp");
      try {
        return owner(file);
      } finally {
        Files.delete(file);
      }
    }

    private static int owner(Path file) throws IOException {
      return number(file, "unix:uid");
    }
  }
}
