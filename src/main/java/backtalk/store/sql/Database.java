package backtalk.store.sql;

import backtalk.store.StoreException;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * Runs reads and writes on a database, from any number of threads. A failure is a {@link
 * StoreException}, after which none of the work is committed.
 */
public interface Database extends AutoCloseable {

  /** Runs statements. */
  @FunctionalInterface
  interface Work<T> {
    T in(SqlSession session) throws SQLException;
  }

  /**
   * Runs the work in one transaction, which is durable when this method returns.
   *
   * @param kept false for a result after which all that the work has done is rolled back
   */
  <T> T write(Work<T> work, Predicate<T> kept);

  /** Runs the work in one transaction, which is durable when this method returns. */
  default <T> T write(Work<T> work) {
    return write(work, result -> true);
  }

  /** Runs queries outside a transaction, without waiting for writers. */
  <T> T read(Work<T> query);

  /** Requests that deleted data is soon erased from the files as well. */
  default void requestErasure() {}

  /** Empties the write-ahead log, which otherwise holds deleted rows until it is overwritten. */
  default void checkpoint() {}

  @Override
  void close();
}
