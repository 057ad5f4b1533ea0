package backtalk.store.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import backtalk.store.StoreException;
import backtalk.store.sql.ConnectionPool;
import backtalk.store.sql.Database;
import backtalk.store.sql.SchemaMigration;
import backtalk.store.sql.SqlErrorTranslator;
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
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database in one SQLite file. */
public final class SqliteStore {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(US_ASCII);

  /**
   * FULL: with less, a power cut loses what was acknowledged. Without being told not to, the driver
   * looks for a generated key after each insert, and leaves that statement open. Pragmas go in as
   * properties: of several statements in a pool's first words only one would run.
   */
  private static final Map<String, String> PRAGMAS =
      Map.of(
          "journal_mode", "WAL",
          "synchronous", "FULL",
          "secure_delete", "ON",
          "temp_store", "MEMORY",
          "wal_autocheckpoint", "8000",
          "jdbc.get_generated_keys", "false");

  /** One that writes, and two that read beside it. */
  private static final int CONNECTIONS = 3;

  /** How long to wait while another program writes: a backup, or somebody's SQL shell. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private SqliteStore() {}

  /** Opens a file, empty or of this or an earlier version; a damaged one is left as it is. */
  public static Database open(Path file) {
    return open(file, PATIENCE);
  }

  public static Database open(Path file, Duration patience) {
    return new SqliteDatabase(connect(file, patience), patience);
  }

  /** How safe a committed turn is. */
  public static String durability(Path file) {
    return "SQLite in %s, journal %s, synchronous=%s: a committed turn survives a power cut"
        .formatted(file, PRAGMAS.get("journal_mode"), PRAGMAS.get("synchronous"));
  }

  public static ConnectionPool connect(Path file, Duration patience) {
    check(file);
    SchemaMigration.run(plain(file, false));
    return ConnectionPool.open(pool(file, patience));
  }

  private static HikariConfig pool(Path file, Duration patience) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sqlite");
    config.setJdbcUrl(url(file));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMaxLifetime(0);
    PRAGMAS.forEach(config::addDataSourceProperty);
    config.addDataSourceProperty("busy_timeout", Long.toString(patience.toMillis()));
    return config;
  }

  private static SQLiteDataSource plain(Path file, boolean readOnly) {
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
      if (Files.exists(file) && Files.size(file) > 0 && !(startsRight(file) && isSound(file))) {
        throw new StoreException(
            file + " is no sound SQLite database and stays as it is; put a backup in its place");
      }
    } catch (IOException e) {
      throw new StoreException(file + " cannot be read; give this user access to it", e);
    }
  }

  private static boolean startsRight(Path file) throws IOException {
    try (InputStream start = Files.newInputStream(file)) {
      return Arrays.equals(start.readNBytes(MAGIC.length), MAGIC);
    }
  }

  private static boolean isSound(Path file) {
    try (Connection connection = plain(file, true).getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
      return result.next() && result.getString(1).equals("ok");
    } catch (SQLException e) {
      return unlessDamaged(e);
    }
  }

  private static boolean unlessDamaged(SQLException e) {
    if (SqlErrorTranslator.isDamage(e)) {
      return false;
    }
    throw SqlErrorTranslator.of(e);
  }
}
