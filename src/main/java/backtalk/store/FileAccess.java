package backtalk.store;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds the owner and the permission bits of a file.
 *
 * @param owner the numeric user id
 * @param mode the bits as {@code chmod} takes them
 */
public record FileAccess(int owner, int mode) {

  private static final int ROOT = 0;
  private static final int OTHERS = 0077;
  private static final int OTHERS_READ = 0044;
  private static final int OTHERS_WRITE = 0022;
  private static final int STICKY = 01000;

  /** Reads the access of a file; empty when the file system has no Unix owners. */
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

  /** Returns true when the owner is neither this user nor root. */
  public boolean isForeign() {
    return owner != ROOT && !isOwn();
  }

  /** Returns true when the owner is the user of this process. */
  boolean isOwn() {
    return owner == new UnixSystem().getUid();
  }

  /** Returns true when the group or others may read the file. */
  public boolean isReadableByOthers() {
    return (mode & OTHERS_READ) != 0;
  }

  /** Returns true when the group or others may change the file. */
  public boolean isWritableByOthers() {
    return (mode & OTHERS_WRITE) != 0;
  }

  /** Returns true when the user of this process owns the file, and nobody else may use it. */
  public boolean isPrivate() {
    return isOwn() && !isOpenToOthers();
  }

  /** Returns true when the group or others have any permission. */
  boolean isOpenToOthers() {
    return (mode & OTHERS) != 0;
  }

  /**
   * Returns true for a directory with the sticky bit, such as /tmp, which is meant to be shared.
   */
  boolean isSticky() {
    return (mode & STICKY) != 0;
  }
}
