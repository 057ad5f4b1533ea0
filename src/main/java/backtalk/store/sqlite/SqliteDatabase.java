package backtalk.store.sqlite;

import backtalk.store.ErasureJob;
import backtalk.store.sql.ConnectionPool;
import backtalk.store.sql.Database;
import backtalk.store.sql.GroupCommit;
import backtalk.store.sql.SqlSession;
import java.time.Duration;
import java.util.function.Function;

/** A database in one file: one thread writes for all, and those who read do not wait for it. */
final class SqliteDatabase implements Database {

  private static final String EMPTY_LOG = "pragma wal_checkpoint(truncate)";

  /** Emptying the log does not wait for whoever still reads in it: it comes again soon. */
  private static final String AT_ONCE = "pragma busy_timeout = 0";

  private final ConnectionPool connections;
  private final String patience;
  private final GroupCommit commits;
  private final ErasureJob erasureJob;

  /**
   * A database behind these connections, of which there are at least two.
   *
   * @param patience how long to wait while another program is in the way
   */
  SqliteDatabase(ConnectionPool connections, Duration patience) {
    this.connections = connections;
    this.patience = "pragma busy_timeout = " + patience.toMillis();
    this.commits = GroupCommit.over(connections);
    this.erasureJob = ErasureJob.by(this::writeAnew);
  }

  @Override
  public <T> T write(Work<T> work) {
    return commits.write(work);
  }

  @Override
  public <T> T read(Function<SqlSession, T> look) {
    return connections.with(look);
  }

  @Override
  public void scrub() {
    erasureJob.ask();
  }

  @Override
  public void checkpoint() {
    commits.alone(
        session -> {
          session.runOnce(AT_ONCE);
          try {
            session.runOnce(EMPTY_LOG);
          } finally {
            session.runOnce(patience);
          }
        });
  }

  /**
   * Deleting, even with {@code secure_delete}, leaves copies in the log and now and then in the
   * free room of a page whose rows had moved: the file is written anew, at 1.2 s of processor and
   * 200 MB of memory for a file of 200 MB.
   */
  private void writeAnew() {
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
