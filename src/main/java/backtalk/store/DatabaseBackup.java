package backtalk.store;

import backtalk.store.sql.SqlErrorTranslator;
import backtalk.store.sql.SqliteLibrary;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Copies the embedded database while the bot keeps running; the copy is a consistent snapshot. */
public final class DatabaseBackup {

  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

  private final Path database;

  private DatabaseBackup(Path database) {
    this.database = database;
  }

  /**
   * Returns a backup of a directory's database, which is only read.
   *
   * @throws StoreException when there is no database
   */
  public static DatabaseBackup of(Path dataDirectory) {
    Path database = DataDirectory.databaseIn(dataDirectory);
    if (!Files.isRegularFile(database, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException("DATA_DIR: there is no database " + database + " to copy");
    }
    SqliteLibrary.ofProgram().use(dataDirectory.toAbsolutePath());
    return new DatabaseBackup(database);
  }

  /**
   * Writes the copy atomically, readable by this user alone.
   *
   * @return the size in bytes
   * @throws StoreException when {@code file} exists or cannot be written, or when the copy is
   *     damaged
   */
  public long into(Path file) {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(target + " exists already; name another file");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      return write(part, target);
    } catch (IOException e) {
      throw new StoreException(target + " cannot be written; look at its directory", e);
    } catch (SQLException e) {
      throw SqlErrorTranslator.of(e);
    }
  }

  private long write(Path part, Path target) throws IOException, SQLException {
    Files.deleteIfExists(part);
    DataDirectory.createFile(part);
    try {
      copy(part);
      check(part);
      flush(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return Files.size(target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void copy(Path part) throws SQLException {
    try (Connection connection = openReadOnly("file:" + database.toUri().getRawPath());
        PreparedStatement copying = connection.prepareStatement("vacuum into ?")) {
      copying.setString(1, part.toString());
      copying.execute();
    }
  }

  /**
   * Checks the integrity of the copy. It is opened as immutable, so that SQLite creates no other
   * file beside it.
   */
  private static void check(Path part) throws SQLException {
    try (Connection connection =
            openReadOnly("file:" + part.toUri().getRawPath() + "?immutable=1");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma integrity_check(1)")) {
      if (!result.next() || !result.getString(1).equals("ok")) {
        throw new StoreException("the copy is damaged and was deleted; check the disk");
      }
    }
  }

  private static Connection openReadOnly(String address) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
    return config.createConnection("jdbc:sqlite:" + address);
  }

  private static void flush(Path part) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
