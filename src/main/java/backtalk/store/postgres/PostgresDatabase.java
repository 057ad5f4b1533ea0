package backtalk.store.postgres;

import backtalk.store.StoreException;
import backtalk.store.sql.ConnectionPool;
import backtalk.store.sql.Database;
import backtalk.store.sql.SqlErrorTranslator;
import backtalk.store.sql.SqlRuntimeException;
import backtalk.store.sql.SqlSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Runs work on a PostgreSQL server, with a pooled connection for each caller. A transaction that
 * the server aborts because of a conflict is retried.
 */
final class PostgresDatabase implements Database {

  /** Lists the SQL states of a serialisation failure and a deadlock. */
  private static final Set<String> RETRYABLE = Set.of("40001", "40P01");

  private static final int MAX_TRIES = 10;
  private static final int MAX_WAIT_MILLIS = 20;

  private final ConnectionPool connections;

  PostgresDatabase(ConnectionPool connections) {
    this.connections = connections;
  }

  @Override
  public <T> T write(Work<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return connections.with(session -> inTransaction(session, work));
      } catch (StoreException failed) {
        if (tries == MAX_TRIES || !RETRYABLE.contains(SqlErrorTranslator.state(failed))) {
          throw failed;
        }
        backOff();
      }
    }
  }

  private static <T> T inTransaction(SqlSession session, Work<T> work) {
    Connection connection = session.connection();
    try {
      connection.setAutoCommit(false);
      T result = work.in(session, () -> undo(connection));
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  private static void undo(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new SqlRuntimeException(e);
    }
  }

  private static void backOff() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_WAIT_MILLIS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public <T> T read(Function<SqlSession, T> query) {
    return connections.with(query);
  }

  /** PostgreSQL removes deleted rows by its own vacuum. */
  @Override
  public void requestErasure() {}

  @Override
  public void close() {
    connections.close();
  }
}
