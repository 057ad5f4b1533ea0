package backtalk.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs statements on a connection. It caches the prepared ones, because SQLite's driver has no
 * cache and preparing costs more than running. Not thread-safe.
 */
public final class SqlSession {

  private static final Map<String, String> FILES = new ConcurrentHashMap<>();

  private final Connection connection;
  private final Map<String, SqlStatement> prepared = new HashMap<>();

  SqlSession(Connection connection) {
    this.connection = connection;
  }

  /** Prepares the statement in a file {@code store/*.sql}, for instance {@code find-dialogue}. */
  SqlStatement named(String name) throws SQLException {
    return prepare(FILES.computeIfAbsent(name, SqlSession::read));
  }

  private static String read(String name) {
    try (InputStream file = SqlSession.class.getResourceAsStream("/store/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalArgumentException("no statement is named " + name);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prepares a statement with named parameters such as {@code :chat}. */
  public SqlStatement prepare(String sql) throws SQLException {
    SqlStatement known = prepared.get(sql);
    if (known == null) {
      known = new SqlStatement(connection, sql);
      prepared.put(sql, known);
    }
    return known;
  }

  /** Runs a statement without parameters and returns the number of changed rows. */
  public int run(String sql) throws SQLException {
    return prepare(sql).execute();
  }

  /** Runs a statement without caching it and ignores its result. */
  public void runOnce(String sql) throws SQLException {
    try (Statement once = connection.createStatement()) {
      once.execute(sql);
    }
  }

  /** Returns the connection, for transaction control. */
  Connection connection() {
    return connection;
  }
}
