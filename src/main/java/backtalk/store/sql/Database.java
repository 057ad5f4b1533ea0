package backtalk.store.sql;

import backtalk.store.StoreException;
import java.util.function.Function;

/**
 * Runs reads and writes on a database, from any number of threads. A failure is a {@link
 * StoreException}, after which none of the work is committed.
 */
public interface Database extends AutoCloseable {

  /** Is committed as a whole or not at all. */
  @FunctionalInterface
  interface Work<T> {

    /**
     * Does the work.
     *
     * @param undo rolls back all that the work has done; the work then does nothing more
     */
    T in(SqlSession session, Runnable undo);
  }

  /** Runs the work in one transaction, which is durable when this method returns. */
  <T> T write(Work<T> work);

  /** Runs queries outside a transaction, without waiting for writers. */
  <T> T read(Function<SqlSession, T> query);

  /** Requests that deleted data is soon erased from the files as well. */
  void requestErasure();

  /** Empties the write-ahead log, which otherwise holds deleted rows until it is overwritten. */
  default void checkpoint() {}

  @Override
  void close();
}
