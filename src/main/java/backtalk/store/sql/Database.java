package backtalk.store.sql;

import backtalk.store.StoreException;
import java.util.function.Function;

/**
 * A database, by two ways of asking it something; each may be asked by many threads at once. A
 * failure is a {@link StoreException}, after which nothing of the work is kept.
 */
public interface Database extends AutoCloseable {

  /** Something to be kept whole or not at all. */
  @FunctionalInterface
  interface Work<T> {

    /**
     * Does the work.
     *
     * @param undo takes back all that the work has done so far; it does nothing more after it
     */
    T in(SqlSession session, Runnable undo);
  }

  /** Does the work in one transaction; when this comes back, it is kept for good. */
  <T> T write(Work<T> work);

  /** Looks something up, statement by statement, without waiting for those who write. */
  <T> T read(Function<SqlSession, T> look);

  /** Sees to it that soon nothing is left of what was deleted. */
  void scrub();

  /** Empties the write-ahead log, which else holds what was deleted until it is written over. */
  default void checkpoint() {}

  @Override
  void close();
}
