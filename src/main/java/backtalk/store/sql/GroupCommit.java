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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
  private @Nullable SqlSession session;
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
    return done(new Item<>(work, kept, false));
  }

  /** Runs statements that must be outside a transaction, while nothing else is written. */
  void alone(Database.Work<Boolean> work) {
    var unused = done(new Item<>(work, done -> true, true));
  }

  /** Returns the length of the queue. */
  int waiting() {
    return waiting.size();
  }

  private <T> T done(Item<T> item) {
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

  private void run() {
    try {
      while (!closed || !waiting.isEmpty()) {
        commit(nextBatch());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      releaseSession();
    }
  }

  private List<Item<?>> nextBatch() throws InterruptedException {
    Item<?> first = waiting.take();
    List<Item<?>> items = new ArrayList<>(List.of(first));
    while (!first.alone() && items.size() < MAX_BATCH && nextIsShared()) {
      items.add(waiting.remove());
    }
    return items;
  }

  private boolean nextIsShared() {
    Item<?> next = waiting.peek();
    return next != null && !next.alone();
  }

  private void commit(List<Item<?>> items) {
    try {
      SqlSession held = session == null ? connections.session() : session;
      session = held;
      run(held, items).forEach(Runnable::run);
    } catch (SQLException | RuntimeException | Error failed) {
      releaseSession();
      Throwable reported =
          failed instanceof SQLException cause ? SqlErrorTranslator.of(cause) : failed;
      items.forEach(item -> item.done().completeExceptionally(reported));
    }
  }

  /** Runs items and returns the notifications to send now that they are committed. */
  private static List<Runnable> run(SqlSession session, List<Item<?>> items) throws SQLException {
    if (items.getFirst().alone()) {
      return List.of(items.getFirst().run(session));
    }
    List<Runnable> notifications = new ArrayList<>();
    session.run(BEGIN);
    for (Item<?> item : items) {
      notifications.add(item.runInSavepoint(session));
    }
    session.run(COMMIT);
    return notifications;
  }

  private void releaseSession() {
    SqlSession ended = session;
    session = null;
    if (ended != null) {
      connections.end(ended);
    }
  }

  /** Finishes the queued work and stops. */
  @Override
  public void close() {
    closed = true;
    // Wakes an idle writer; a busy one needs no waking.
    var unused = waiting.offer(new Item<>(session -> true, done -> true, true));
    try {
      writer.join(TimeUnit.SECONDS.toMillis(CLOSE_TIMEOUT_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Item<T>(
      Database.Work<T> work, Predicate<T> kept, boolean alone, CompletableFuture<T> done) {

    Item(Database.Work<T> work, Predicate<T> kept, boolean alone) {
      this(work, kept, alone, new CompletableFuture<>());
    }

    Runnable run(SqlSession session) throws SQLException {
      T result = work.in(session);
      return () -> done.complete(result);
    }

    /** Runs the work inside a savepoint. A failing item does not affect the others. */
    Runnable runInSavepoint(SqlSession session) throws SQLException {
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
