package backtalk.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Caches the prepared statements of a connection, because SQLite's driver has no cache and
 * preparing costs more than running. Not thread-safe.
 */
public final class SqlSession implements AutoCloseable {

  /** Sets the number of rows fetched at once from a server. */
  private static final int FETCH_SIZE = 500;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  SqlSession(Connection connection) {
    this.connection = connection;
  }

  /** Prepares the statement of a file, for instance {@code find-dialogue}. */
  BoundStatement named(String name) {
    return prepare(SqlFiles.named(name));
  }

  /** Prepares a statement with named parameters such as {@code :chat}. */
  public BoundStatement prepare(NamedSql text) {
    return new BoundStatement(prepared(text.sql()), text.names());
  }

  private PreparedStatement prepared(String sql) {
    try {
      PreparedStatement known = prepared.get(sql);
      if (known == null) {
        known = connection.prepareStatement(sql);
        known.setFetchSize(FETCH_SIZE);
        prepared.put(sql, known);
      }
      return known;
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** Runs a statement without parameters and returns the number of changed rows. */
  public int run(String sql) {
    return prepare(new NamedSql(sql, List.of())).execute();
  }

  /** Runs a statement without caching it and ignores its result. */
  public void runOnce(String sql) {
    try (Statement once = connection.createStatement()) {
      once.execute(sql);
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** Returns the connection, for transaction control. */
  public Connection connection() {
    return connection;
  }

  /** Returns the connection to the pool, which closes its statements. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }
}
