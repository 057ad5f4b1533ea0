package backtalk.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to a database. After any failure the connection is closed for good: SQLite has
 * then often rolled back by itself, and what follows on that connection would be kept piece by
 * piece.
 */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final List<String> scrubbing;

  /**
   * A database behind {@code pool}.
   *
   * @param scrubbing statements after which nothing is left of what was deleted
   */
  Database(HikariDataSource pool, List<String> scrubbing) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.scrubbing = List.copyOf(scrubbing);
  }

  /** Does all of {@code work}, or, where it fails or rolls back, nothing of it. */
  <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
    return with(handle -> handle.inTransaction(work));
  }

  /** Does {@code work}, each statement for itself. */
  <T> T with(HandleCallback<T, RuntimeException> work) {
    try (Handle handle = jdbi.open()) {
      return evicting(handle, work);
    } catch (JdbiException e) {
      throw Failures.of(e);
    }
  }

  /**
   * Overwrites what was deleted. What was committed before stands, so a failure is only told: the
   * next scrubbing makes up for it.
   */
  void scrub() {
    try {
      with(this::scrub);
    } catch (StoreException e) {
      LOG.warn("what was erased may be left in the database's files for now: {}", e.getMessage());
    }
  }

  private boolean scrub(Handle handle) {
    scrubbing.forEach(handle::execute);
    return true;
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
