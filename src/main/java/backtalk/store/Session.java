package backtalk.store;

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
final class Session implements AutoCloseable {

  /** Rows that a server hands over at once, where somebody goes through many. */
  private static final int ROWS = 500;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  /** A run of the statement in that file, for instance {@code find-dialogue}. */
  Call named(String name) {
    return call(Statements.named(name));
  }

  /** A run of a statement whose values have names, such as {@code :chat}. */
  Call call(SqlText text) {
    return new Call(prepared(text.sql()), text.names());
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
      throw new SqlFailure(e);
    }
  }

  /** Runs a statement without values; how many rows it changed. */
  int run(String sql) {
    return call(new SqlText(sql, List.of())).execute();
  }

  /** Runs a statement that is not worth keeping, whatever it gives back. */
  void runOnce(String sql) {
    try (Statement once = connection.createStatement()) {
      once.execute(sql);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The connection itself, for what a transaction needs of it. */
  Connection connection() {
    return connection;
  }

  /** Gives the connection back, which ends its statements. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
