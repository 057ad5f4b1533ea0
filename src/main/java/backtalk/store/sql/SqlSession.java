package backtalk.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection, with the statements that it was asked to run. Each is prepared once, because
 * SQLite's driver keeps none: to prepare one costs more than to run it. For one thread at a time.
 */
public final class SqlSession implements AutoCloseable {

  /** Rows that a server hands over at once, where somebody goes through many. */
  private static final int ROWS = 500;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  SqlSession(Connection connection) {
    this.connection = connection;
  }

  /** A run of the statement in that file, for instance {@code find-dialogue}. */
  BoundStatement named(String name) {
    return call(SqlFiles.named(name));
  }

  /** A run of a statement whose values have names, such as {@code :chat}. */
  public BoundStatement call(NamedSql text) {
    return new BoundStatement(prepared(text.sql()), text.names());
  }

  private PreparedStatement prepared(String sql) {
    try {
      PreparedStatement known = prepared.get(sql);
      if (known == null) {
        known = connection.prepareStatement(sql);
        known.setFetchSize(ROWS);
        prepared.put(sql, known);
      }
      return known;
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** Runs a statement without values; how many rows it changed. */
  public int run(String sql) {
    return call(new NamedSql(sql, List.of())).execute();
  }

  /** Runs a statement that is not worth keeping, whatever it gives back. */
  public void runOnce(String sql) {
    try (Statement once = connection.createStatement()) {
      once.execute(sql);
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  /** The connection itself, for what a transaction needs of it. */
  public Connection connection() {
    return connection;
  }

  /** Gives the connection back, which ends its statements. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }
}
