package backtalk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Connections to a database. After any failure the connection is closed for good: SQLite has then
 * often rolled back by itself, and what follows on that connection would be kept piece by piece.
 */
final class Connections implements AutoCloseable {

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Connections(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
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
  <T> T with(HandleCallback<T, RuntimeException> work) {
    try (Handle handle = jdbi.open()) {
      return evicting(handle, work);
    } catch (JdbiException e) {
      throw Failures.of(e);
    }
  }

  private <T> T evicting(Handle handle, HandleCallback<T, RuntimeException> work) {
    try {
      return work.withHandle(handle);
    } catch (JdbiException e) {
      pool.evictConnection(handle.getConnection());
      throw e;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
