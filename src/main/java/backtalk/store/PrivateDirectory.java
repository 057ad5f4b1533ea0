package backtalk.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory of DATA_DIR, closed to other users. It may be reached by a symbolic link of this
 * user or of root, as {@code /var/lib} is moved to a larger disk; no file in it may be one.
 */
public final class PrivateDirectory {

  private static final Pattern OWN_FILES =
      Pattern.compile("backtalk\\..+|questions\\.jsonl.*|(learned|learning|proved)[-.].+|native");

  private PrivateDirectory() {}

  /**
   * Makes the directory for its owner alone, unless it is there; then it is checked.
   *
   * @throws StoreException where it cannot be made, or other users could meddle with it
   */
  public static void make(Path directory) {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new StoreException("DATA_DIR: " + directory + " is a file; name a directory");
    }
    try {
      Files.createDirectories(directory, only(directory, "rwx------"));
    } catch (IOException e) {
      throw new StoreException("DATA_DIR: " + directory + " cannot be made; look at its parent", e);
    }
    check(directory);
  }

  /**
   * Takes from other users what they may do in a directory, if there is one.
   *
   * @throws StoreException in one line, where they could meddle with it and cannot be kept out
   */
  public static void check(Path directory) {
    try {
      if (Files.isDirectory(directory)) {
        refuseForeign(directory, FileAccess.of(directory, NOFOLLOW_LINKS));
        Optional<FileAccess> access = FileAccess.of(directory);
        refuseForeign(directory, access);
        List<Path> files = entries(directory);
        if (access.isPresent()) {
          close(directory, access.get(), files.stream().allMatch(PrivateDirectory::isOwn));
          for (Path file : files.stream().filter(PrivateDirectory::isOwn).toList()) {
            closeFile(file);
          }
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          "DATA_DIR: " + directory + " cannot be looked into; give this user access to it", e);
    }
  }

  private static void refuseForeign(Path path, Optional<FileAccess> access) {
    if (access.filter(FileAccess::isForeign).isPresent()) {
      throw new StoreException(
          "DATA_DIR: " + path + " belongs to another user; run as that user, or name another");
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    if (!Files.isReadable(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static boolean isOwn(Path file) {
    return OWN_FILES.matcher(file.getFileName().toString()).matches();
  }

  /** One that holds other things as well may be somebody's home: its mode is not ours to change. */
  private static void close(Path directory, FileAccess access, boolean holdsNothingElse) {
    if (!access.isOpenToOthers()) {
      return;
    }
    if (holdsNothingElse && access.isOwn() && !access.isSticky()) {
      tighten(directory, "rwx------");
    } else if (access.isWritableByOthers()) {
      throw new StoreException(
          "DATA_DIR: other users may write in "
              + directory
              + "; run chmod 700 on it, or name a directory for Backtalk alone");
    }
  }

  private static void closeFile(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new StoreException(
          "DATA_DIR: " + file + " is a link; put the file itself there, or link the directory");
    }
    try {
      Optional<FileAccess> access = FileAccess.of(file, NOFOLLOW_LINKS);
      refuseForeign(file, access);
      if (access.filter(FileAccess::isOpenToOthers).isPresent()) {
        tighten(file, Files.isDirectory(file, NOFOLLOW_LINKS) ? "rwx------" : "rw-------");
      }
    } catch (NoSuchFileException gone) {
      // A log of the database, or a part of a cache that another start has moved meanwhile.
    }
  }

  private static void tighten(Path path, String permissions) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    } catch (NoSuchFileException gone) {
      // As above.
    } catch (IOException e) {
      throw new StoreException(
          "DATA_DIR: " + path + " is open to other users; make this user its owner", e);
    }
  }

  /** Permissions from the first moment on, where the file system knows them. */
  static FileAttribute<?>[] only(Path path, String permissions) {
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
        : new FileAttribute<?>[0];
  }
}
