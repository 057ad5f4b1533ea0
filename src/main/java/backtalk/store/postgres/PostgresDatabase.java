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
 * A database on a server, with a connection for each who asks. What the server broke off because of
 * others is done again: the work reads what it needs anew.
 */
final class PostgresDatabase implements Database {

  /** Serialisation failure and deadlock. */
  private static final Set<String> AGAIN = Set.of("40001", "40P01");

  private static final int TRIES = 10;
  private static final int LONGEST_WAIT_MILLIS = 20;

  private final ConnectionPool connections;

  PostgresDatabase(ConnectionPool connections) {
    this.connections = connections;
  }

  @Override
  public <T> T write(Work<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return connections.with(session -> kept(session, work));
      } catch (StoreException failed) {
        if (tries == TRIES || !AGAIN.contains(SqlErrorTranslator.state(failed))) {
          throw failed;
        }
        giveWay();
      }
    }
  }

  private static <T> T kept(SqlSession session, Work<T> work) {
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

  private static void giveWay() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_WAIT_MILLIS));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public <T> T read(Function<SqlSession, T> look) {
    return connections.with(look);
  }

  /** The server clears away by itself, in its own time. */
  @Override
  public void scrub() {}

  @Override
  public void close() {
    connections.close();
  }
}
