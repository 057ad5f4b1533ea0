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
 * The directory with the database, made for its owner alone, and the lock by which one Backtalk at
 * a time works in it: two would answer everybody twice.
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

  /** Makes the directory where there is none, and takes its lock. */
  static DataDirectory open(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    PrivateDirectory.make(absolute);
    return new DataDirectory(absolute, lock(absolute));
  }

  /** The database's file, made empty for its owner alone where there is none. */
  Path database() {
    Path file = databaseIn(directory);
    try {
      makeFile(file);
      return file;
    } catch (IOException e) {
      throw new StoreException("DATA_DIR: " + file + " cannot be made; look at its rights", e);
    }
  }

  /** Where a directory's database is, if it has one. */
  static Path databaseIn(Path directory) {
    return directory.toAbsolutePath().normalize().resolve(DATABASE);
  }

  private static FileChannel lock(Path directory) {
    Path file = directory.resolve(LOCK);
    try {
      makeFile(file);
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

  /** Makes an empty file for its owner alone, unless it is there. */
  static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, PrivateDirectory.only(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // Made by an earlier run.
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StoreException("DATA_DIR: the lock of " + directory + " cannot be given back", e);
    }
  }
}
