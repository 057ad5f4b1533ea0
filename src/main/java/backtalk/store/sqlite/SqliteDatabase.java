package backtalk.store.sqlite;

import backtalk.store.ErasureJob;
import backtalk.store.sql.ConnectionPool;
import backtalk.store.sql.Database;
import backtalk.store.sql.GroupCommit;
import backtalk.store.sql.SqlSession;
import java.time.Duration;
import java.util.function.Function;

/** Runs work on a SQLite file. One thread writes for all callers; readers do not wait for it. */
final class SqliteDatabase implements Database {

  private static final String EMPTY_LOG = "pragma wal_checkpoint(truncate)";

  /** Skips waiting for readers when the log is emptied, because the next checkpoint comes soon. */
  private static final String NO_WAIT = "pragma busy_timeout = 0";

  private final ConnectionPool connections;
  private final String busyTimeout;
  private final GroupCommit commits;
  private final ErasureJob erasureJob;

  /**
   * Creates a database on at least two connections.
   *
   * @param busyTimeout how long to wait for a lock of another program
   */
  SqliteDatabase(ConnectionPool connections, Duration busyTimeout) {
    this.connections = connections;
    this.busyTimeout = "pragma busy_timeout = " + busyTimeout.toMillis();
    this.commits = GroupCommit.over(connections);
    this.erasureJob = ErasureJob.start(this::rewriteFile);
  }

  @Override
  public <T> T write(Work<T> work) {
    return commits.write(work);
  }

  @Override
  public <T> T read(Function<SqlSession, T> query) {
    return connections.with(query);
  }

  @Override
  public void requestErasure() {
    erasureJob.request();
  }

  @Override
  public void checkpoint() {
    commits.alone(
        session -> {
          session.runOnce(NO_WAIT);
          try {
            session.runOnce(EMPTY_LOG);
          } finally {
            session.runOnce(busyTimeout);
          }
        });
  }

  /**
   * Rewrites the file, because deleting, even with {@code secure_delete}, leaves copies in the log
   * and sometimes in the free space of a page whose rows had moved. For a file of 200 MB it takes
   * 1.2 s of processor time and 200 MB of memory.
   */
  private void rewriteFile() {
    commits.alone(
        session -> {
          session.runOnce("vacuum");
          session.runOnce(EMPTY_LOG);
        });
  }

  @Override
  public void close() {
    erasureJob.close();
    commits.close();
    connections.close();
  }
}
