package backtalk.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pools connections to a database. After any failure the connection is closed: SQLite may have
 * rolled back on its own, and later statements on that connection would then be committed one by
 * one.
 */
final class ConnectionPool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

  private final HikariDataSource pool;

  /** Opens the first connection, so that an unreachable database is reported at once. */
  ConnectionPool(HikariConfig config) {
    try {
      pool = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw SqlErrorTranslator.of(e);
    }
  }

  /** Runs {@code work} on a connection. */
  <T> T with(Database.Work<T> work) {
    try (SqlSession session = session()) {
      return evicting(session, work);
    } catch (SQLException e) {
      throw SqlErrorTranslator.of(e);
    }
  }

  private <T> T evicting(SqlSession session, Database.Work<T> work) throws SQLException {
    try {
      return work.in(session);
    } catch (SQLException | RuntimeException | Error e) {
      pool.evictConnection(session.connection());
      throw e;
    }
  }

  /** Takes a connection, to be returned with {@link #end}. */
  SqlSession session() throws SQLException {
    return new SqlSession(pool.getConnection());
  }

  /** Ends a session that was taken, whatever the state of its connection. */
  void end(SqlSession held) {
    try (held) {
      pool.evictConnection(held.connection());
    } catch (SQLException gone) {
      LOG.debug("a connection was gone before it was closed: {}", SqlErrorTranslator.state(gone));
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
