package backtalk.store;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Manages the directory of the database, which is private to its owner, and its lock. The lock
 * allows one process at a time, because two would answer every message twice.
 */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "backtalk.lock";
  private static final String DATABASE = "backtalk.db";

  private final Path directory;
  private final FileChannel lock;

  private DataDirectory(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /** Creates the directory if needed and takes its lock. */
  static DataDirectory open(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    PrivateDirectory.make(absolute);
    return new DataDirectory(absolute, lock(absolute));
  }

  /** Returns the database file, created empty and private if needed. */
  Path database() {
    Path file = databaseIn(directory);
    try {
      createFile(file);
      return file;
    } catch (IOException e) {
      throw new StoreException("DATA_DIR: " + file + " cannot be made; look at its rights", e);
    }
  }

  /** Returns the path of the database in a directory; the file may be missing. */
  static Path databaseIn(Path directory) {
    return directory.toAbsolutePath().normalize().resolve(DATABASE);
  }

  private static FileChannel lock(Path directory) {
    Path file = directory.resolve(LOCK);
    try {
      createFile(file);
      return locked(directory, FileChannel.open(file, CREATE, WRITE, NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw new StoreException(
          "DATA_DIR: " + directory + " cannot be written; give this user write access", e);
    }
  }

  private static FileChannel locked(Path directory, FileChannel file) throws IOException {
    if (tryLock(file) == null) {
      file.close();
      throw new StoreException(
          "DATA_DIR: another Backtalk runs with " + directory + "; stop it, or name another");
    }
    return file;
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Creates an empty private file unless it exists. */
  static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file, PrivateDirectory.only(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // An earlier run created it.
    }
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StoreException("DATA_DIR: the lock of " + directory + " cannot be released", e);
    }
  }
}
