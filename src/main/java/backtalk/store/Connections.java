package backtalk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a database. After any failure the connection is closed for good: SQLite has then
 * often rolled back by itself, and what follows on that connection would be kept piece by piece.
 */
final class Connections implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private final HikariDataSource pool;

  private Connections(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens the first of them, so that what cannot be reached is known at once. */
  static Connections open(HikariConfig config) {
    try {
      return new Connections(new HikariDataSource(config));
    } catch (HikariPool.PoolInitializationException e) {
      throw Failures.of(e);
    }
  }

  /** Does {@code work} on a connection. */
  <T> T with(Function<Session, T> work) {
    try (Session session = session()) {
      return evicting(session, work);
    } catch (SqlFailure e) {
      throw Failures.of(e);
    }
  }

  private <T> T evicting(Session session, Function<Session, T> work) {
    try {
      return work.apply(session);
    } catch (RuntimeException | Error e) {
      pool.evictConnection(session.connection());
      throw e;
    }
  }

  /** Takes a connection, to be held until {@link #end}. */
  Session session() {
    try {
      return new Session(pool.getConnection());
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Ends a session that was held, whatever became of its connection. */
  void end(Session held) {
    try (held) {
      pool.evictConnection(held.connection());
    } catch (SqlFailure gone) {
      LOG.debug("a connection was gone before it was closed: {}", Failures.state(gone));
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
