package backtalk.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pools connections to a database, each with its prepared statements. After any failure the
 * connection is closed: SQLite may have rolled back on its own, and later statements on that
 * connection would then be committed one by one.
 */
final class ConnectionPool implements AutoCloseable {

  private final HikariDataSource pool;

  /** Holds a session for each connection to the database, beneath the pool's wrapper. */
  private final Map<Connection, SqlSession> sessions = new ConcurrentHashMap<>();

  /** Opens the first connection, so that an unreachable database is reported at once. */
  ConnectionPool(HikariConfig config) {
    try {
      pool = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw SqlErrorTranslator.of(e);
    }
  }

  <T> T with(Database.Work<T> work) {
    try (Connection taken = pool.getConnection()) {
      return evicting(taken, work);
    } catch (SQLException e) {
      throw SqlErrorTranslator.of(e);
    }
  }

  private <T> T evicting(Connection taken, Database.Work<T> work) throws SQLException {
    Connection connection = taken.unwrap(Connection.class);
    try {
      return work.in(session(connection));
    } catch (SQLException | RuntimeException | Error e) {
      sessions.remove(connection);
      pool.evictConnection(taken);
      throw e;
    }
  }

  private SqlSession session(Connection connection) {
    SqlSession known = sessions.get(connection);
    if (known == null) {
      // The pool closes old connections without notice.
      sessions.keySet().removeIf(ConnectionPool::isClosed);
      known = new SqlSession(connection);
      sessions.put(connection, known);
    }
    return known;
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
