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
 * Keeps the directory of DATA_DIR closed to other users. The directory may be a symbolic link of
 * this user or of root, for instance when {@code /var/lib} was moved to a larger disk. Files in it
 * may not be links.
 */
public final class PrivateDirectory {

  private static final Pattern OWN_FILES =
      Pattern.compile("backtalk\\..+|questions\\.jsonl.*|(learned|learning|proved)[-.].+|native");

  private PrivateDirectory() {}

  /**
   * Creates the directory for its owner alone, or checks the existing one.
   *
   * @throws StoreException when it cannot be created or other users could change its content
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
   * Removes the permissions of other users on the directory, if it exists.
   *
   * @throws StoreException when other users could change its content and cannot be kept out
   */
  public static void check(Path directory) {
    try {
      if (Files.isDirectory(directory)) {
        refuseForeign(directory, FileAccess.of(directory, NOFOLLOW_LINKS));
        Optional<FileAccess> access = FileAccess.of(directory);
        refuseForeign(directory, access);
        List<Path> files = entries(directory);
        if (access.isPresent()) {
          restrict(directory, access.get(), files.stream().allMatch(PrivateDirectory::isOwnFile));
          for (Path file : files.stream().filter(PrivateDirectory::isOwnFile).toList()) {
            restrictFile(file);
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

  private static boolean isOwnFile(Path file) {
    return OWN_FILES.matcher(file.getFileName().toString()).matches();
  }

  /**
   * Restricts the directory. One that also holds other files may be a home directory, whose mode
   * must not be changed.
   */
  private static void restrict(Path directory, FileAccess access, boolean holdsOnlyOwnFiles) {
    if (!access.isOpenToOthers()) {
      return;
    }
    if (holdsOnlyOwnFiles && access.isOwn() && !access.isSticky()) {
      tighten(directory, "rwx------");
    } else if (access.isWritableByOthers()) {
      throw new StoreException(
          "DATA_DIR: other users may write in "
              + directory
              + "; run chmod 700 on it, or name a directory for Backtalk alone");
    }
  }

  private static void restrictFile(Path file) throws IOException {
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
      // The database deleted a log, or another start moved a part of a cache.
    }
  }

  private static void tighten(Path path, String permissions) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    } catch (NoSuchFileException gone) {
      // See above: the file is gone.
    } catch (IOException e) {
      throw new StoreException(
          "DATA_DIR: " + path + " is open to other users; make this user its owner", e);
    }
  }

  /** Returns permissions to create a file with; empty when the file system has none. */
  static FileAttribute<?>[] only(Path path, String permissions) {
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
        : new FileAttribute<?>[0];
  }
}
