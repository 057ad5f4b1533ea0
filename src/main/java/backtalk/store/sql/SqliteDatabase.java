package backtalk.store.sql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import backtalk.store.StoreException;
import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Runs work on a SQLite file. One thread writes for all callers; readers do not wait for it. */
public final class SqliteDatabase implements Database {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(US_ASCII);

  /**
   * Lists the pragmas. {@code synchronous} is FULL, because less would lose acknowledged turns in a
   * power cut. {@code get_generated_keys} is off, because the driver would otherwise run a query
   * after each insert and leave its statement open. The pragmas are set as properties, because the
   * pool's initial SQL runs only its first statement.
   */
  private static final Map<String, String> PRAGMAS =
      Map.of(
          "journal_mode", "WAL",
          "synchronous", "FULL",
          "secure_delete", "ON",
          "temp_store", "MEMORY",
          "wal_autocheckpoint", "8000",
          "jdbc.get_generated_keys", "false");

  /** One connection writes and two read. */
  private static final int CONNECTIONS = 3;

  /** Limits the wait for another program that writes, such as a backup or an SQL shell. */
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  private static final String EMPTY_LOG = "pragma wal_checkpoint(truncate)";

  private final ConnectionPool connections;
  private final Duration busyTimeout;
  private final GroupCommit commits;
  private final ErasureJob erasureJob = new ErasureJob(this::rewriteFile);

  private SqliteDatabase(ConnectionPool connections, Duration busyTimeout) {
    this.connections = connections;
    this.busyTimeout = busyTimeout;
    this.commits = GroupCommit.over(connections);
  }

  /**
   * Opens a file that is empty or of this or an earlier version; a damaged file is left unchanged.
   */
  public static Database open(Path file) {
    return open(file, BUSY_TIMEOUT);
  }

  /**
   * Opens a file.
   *
   * @param busyTimeout how long to wait for a lock of another program
   */
  public static Database open(Path file, Duration busyTimeout) {
    return new SqliteDatabase(connect(file, busyTimeout), busyTimeout);
  }

  /** Opens an empty database in memory; {@link #close} deletes it. */
  public static Database inMemory() {
    Path name = Path.of("file:" + UUID.randomUUID() + "?mode=memory&cache=shared");
    try {
      // The database exists as long as any connection does, and the migration closes its own.
      Connection first = dataSource(name, false).getConnection();
      try {
        return open(name);
      } finally {
        first.close();
      }
    } catch (SQLException e) {
      throw SqlErrorTranslator.of(e);
    }
  }

  static ConnectionPool connect(Path file, Duration busyTimeout) {
    check(file);
    SchemaMigration.run(dataSource(file, false));
    return new ConnectionPool(pool(file, busyTimeout));
  }

  /** Returns a line on the durability of a committed turn. */
  public static String durability(Path file) {
    return "SQLite in %s, journal %s, synchronous=%s: a committed turn survives a power cut"
        .formatted(file, PRAGMAS.get("journal_mode"), PRAGMAS.get("synchronous"));
  }

  @Override
  public <T> T write(Work<T> work, Predicate<T> kept) {
    return commits.write(work, kept);
  }

  @Override
  public <T> T read(Work<T> query) {
    return connections.with(query);
  }

  @Override
  public void requestErasure() {
    erasureJob.request();
  }

  /** Empties the log. It does not wait for readers, because the next checkpoint comes soon. */
  @Override
  public void checkpoint() {
    var unused =
        commits.alone(
            session -> {
              session.runOnce("pragma busy_timeout = 0");
              try {
                session.runOnce(EMPTY_LOG);
              } finally {
                session.runOnce("pragma busy_timeout = " + busyTimeout.toMillis());
              }
              return true;
            });
  }

  /**
   * Rewrites the file, because deleting, even with {@code secure_delete}, leaves copies in the log
   * and sometimes in the free space of a page whose rows had moved. For a file of 200 MB it takes
   * 1.2 s of processor time and 200 MB of memory.
   */
  private void rewriteFile() {
    var unused =
        commits.alone(
            session -> {
              session.runOnce("vacuum");
              session.runOnce(EMPTY_LOG);
              return true;
            });
  }

  @Override
  public void close() {
    erasureJob.close();
    commits.close();
    connections.close();
  }

  private static HikariConfig pool(Path file, Duration busyTimeout) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sqlite");
    config.setJdbcUrl(url(file));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMaxLifetime(0);
    PRAGMAS.forEach(config::addDataSourceProperty);
    config.addDataSourceProperty("busy_timeout", Long.toString(busyTimeout.toMillis()));
    return config;
  }

  private static SQLiteDataSource dataSource(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url(file));
    return source;
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  private static void check(Path file) {
    try {
      if (Files.exists(file) && Files.size(file) > 0 && !(hasMagic(file) && isSound(file))) {
        throw new StoreException(
            file + " is no sound SQLite database and is left as it is; put a backup in its place");
      }
    } catch (IOException e) {
      throw new StoreException(file + " cannot be read; give this user access to it", e);
    }
  }

  private static boolean hasMagic(Path file) throws IOException {
    try (InputStream start = Files.newInputStream(file)) {
      return Arrays.equals(start.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static boolean isSound(Path file) {
    try (Connection connection = dataSource(file, true).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
      return result.next() && result.getString(1).equals("ok");
    } catch (SQLException e) {
      if (SqlErrorTranslator.isDamage(e)) {
        return false;
      }
      throw SqlErrorTranslator.of(e);
    }
  }
}
