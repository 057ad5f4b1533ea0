package backtalk.store.sql;

import backtalk.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Commits the writes of many threads in shared transactions. Each transaction contains all work
 * that arrived during the flush of the last one, so many turns share one disk flush. The caller
 * waits until its work is on disk.
 */
final class GroupCommit implements AutoCloseable {

  private static final int MAX_BATCH = 256;
  private static final int MAX_QUEUED = 4_096;
  private static final long CLOSE_TIMEOUT_SECONDS = 5;

  /**
   * Takes the write lock at the start, so that a transaction which reads before it writes cannot
   * fail halfway.
   */
  private static final String BEGIN = "begin immediate";

  private static final String COMMIT = "commit";
  private static final String SAVEPOINT = "savepoint item";
  private static final String ROLLBACK_TO = "rollback to item";
  private static final String RELEASE = "release item";

  private final ConnectionPool connections;
  private final BlockingQueue<Item<?>> waiting = new LinkedBlockingQueue<>(MAX_QUEUED);
  private final Thread writer = Thread.ofPlatform().daemon().name("store").unstarted(this::run);

  /** Is held while anything is written; fair, so that work alone gets its turn. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private volatile boolean closed;

  private GroupCommit(ConnectionPool connections) {
    this.connections = connections;
  }

  /** Starts the writer thread. */
  static GroupCommit over(ConnectionPool connections) {
    GroupCommit commits = new GroupCommit(connections);
    commits.writer.start();
    return commits;
  }

  /**
   * Runs the work in a transaction with other work and waits until it is committed.
   *
   * @param kept as in {@link Database#write}
   */
  <T> T write(Database.Work<T> work, Predicate<T> kept) {
    Item<T> item = new Item<>(work, kept, new CompletableFuture<>());
    try {
      while (!waiting.offer(item, 1, TimeUnit.SECONDS)) {
        refuseWhenClosed();
      }
      refuseWhenClosed();
      return item.done().join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted before the commit", interrupted);
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void refuseWhenClosed() {
    if (closed) {
      throw new StoreException("the store is closed");
    }
  }

  /** Runs statements that must be outside a transaction, while nothing else is written. */
  <T> T alone(Database.Work<T> work) {
    writing.lock();
    try {
      return connections.with(work);
    } finally {
      writing.unlock();
    }
  }

  /** Returns the length of the queue. */
  int waiting() {
    return waiting.size();
  }

  private void run() {
    try {
      while (!closed || !waiting.isEmpty()) {
        List<Item<?>> items = new ArrayList<>(List.of(waiting.take()));
        waiting.drainTo(items, MAX_BATCH - 1);
        commit(items);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Item<?>> items) {
    try {
      alone(session -> run(session, items)).forEach(Runnable::run);
    } catch (RuntimeException | Error failed) {
      items.forEach(item -> item.done().completeExceptionally(failed));
    }
  }

  /** Runs items and returns the notifications to send now that they are committed. */
  private static List<Runnable> run(SqlSession session, List<Item<?>> items) throws SQLException {
    List<Runnable> notifications = new ArrayList<>();
    session.run(BEGIN);
    for (Item<?> item : items) {
      notifications.add(item.run(session));
    }
    session.run(COMMIT);
    return notifications;
  }

  /** Finishes the queued work and stops. */
  @Override
  public void close() {
    closed = true;
    // Wakes an idle writer; a busy one needs no waking.
    var unused =
        waiting.offer(new Item<>(session -> true, done -> true, new CompletableFuture<>()));
    try {
      writer.join(TimeUnit.SECONDS.toMillis(CLOSE_TIMEOUT_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Item<T>(Database.Work<T> work, Predicate<T> kept, CompletableFuture<T> done) {

    /** Runs the work inside a savepoint. A failing item does not affect the others. */
    Runnable run(SqlSession session) throws SQLException {
      session.run(SAVEPOINT);
      try {
        T result = work.in(session);
        session.run(kept.test(result) ? RELEASE : ROLLBACK_TO);
        return () -> done.complete(result);
      } catch (SQLException failed) {
        if (!SqlErrorTranslator.isDataError(failed)) {
          throw failed;
        }
        session.run(ROLLBACK_TO);
        return () -> done.completeExceptionally(SqlErrorTranslator.of(failed));
      } catch (RuntimeException mistake) {
        session.run(ROLLBACK_TO);
        return () -> done.completeExceptionally(mistake);
      }
    }
  }
}
