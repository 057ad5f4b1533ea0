package backtalk.store.sql;

import backtalk.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commits the writes of many threads in shared transactions. Each transaction contains all work
 * that arrived during the flush of the last one, so many turns share one disk flush. The caller
 * waits until its work is on disk.
 */
public final class GroupCommit implements AutoCloseable {

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
  public static GroupCommit over(ConnectionPool connections) {
    GroupCommit commits = new GroupCommit(connections);
    commits.writer.start();
    return commits;
  }

  /** Runs the work in a transaction with other work and waits until it is committed. */
  public <T> T write(Database.Work<T> work) {
    Item<T> item = new Item<>(work, false);
    enqueue(item);
    return item.await();
  }

  /** Runs statements that must be outside a transaction, while nothing else is written. */
  public void alone(Consumer<SqlSession> work) {
    Item<?> item = new Item<>(withoutResult(work), true);
    enqueue(item);
    var unused = item.await();
  }

  private static Database.Work<Boolean> withoutResult(Consumer<SqlSession> work) {
    return (session, undo) -> {
      work.accept(session);
      return true;
    };
  }

  /** Returns the length of the queue. */
  int waiting() {
    return waiting.size();
  }

  private void enqueue(Item<?> item) {
    try {
      while (!waiting.offer(item, 1, TimeUnit.SECONDS)) {
        refuseWhenClosed();
      }
      refuseWhenClosed();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted before the commit", interrupted);
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
      SqlSession held = held();
      boolean alone = items.getFirst().alone();
      List<Runnable> notifications = alone ? alone(held, items) : runTogether(held, items);
      notifications.forEach(Runnable::run);
    } catch (RuntimeException | Error failed) {
      releaseSession();
      Throwable reported =
          failed instanceof SqlRuntimeException failure ? SqlErrorTranslator.of(failure) : failed;
      items.forEach(item -> item.done().completeExceptionally(reported));
    }
  }

  /** Returns the writer's connection, taken when there is something to write. */
  private SqlSession held() {
    SqlSession held = session == null ? connections.session() : session;
    session = held;
    return held;
  }

  private void releaseSession() {
    SqlSession ended = session;
    session = null;
    if (ended != null) {
      connections.end(ended);
    }
  }

  private static List<Runnable> alone(SqlSession session, List<Item<?>> one) {
    return List.of(one.getFirst().runIn(session));
  }

  private static List<Runnable> runTogether(SqlSession session, List<Item<?>> items) {
    session.run(BEGIN);
    List<Runnable> notifications =
        items.stream().map(item -> item.runInSavepoint(session)).toList();
    session.run(COMMIT);
    return notifications;
  }

  /** Finishes the queued work and stops. */
  @Override
  public void close() {
    closed = true;
    // Wakes an idle writer; a busy one needs no waking.
    var unused = waiting.offer(new Item<>(withoutResult(session -> {}), true));
    try {
      writer.join(TimeUnit.SECONDS.toMillis(CLOSE_TIMEOUT_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Item<T>(Database.Work<T> work, boolean alone, CompletableFuture<T> done) {

    Item(Database.Work<T> work, boolean alone) {
      this(work, alone, new CompletableFuture<>());
    }

    T await() {
      try {
        return done.join();
      } catch (CompletionException failed) {
        throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
      }
    }

    Runnable runIn(SqlSession session) {
      T result = work.in(session, () -> {});
      return () -> done.complete(result);
    }

    /**
     * Runs the work inside a savepoint and returns the notification to send after the commit. A
     * failing item does not affect the others.
     */
    Runnable runInSavepoint(SqlSession session) {
      session.run(SAVEPOINT);
      try {
        T result = work.in(session, () -> session.run(ROLLBACK_TO));
        session.run(RELEASE);
        return () -> done.complete(result);
      } catch (RuntimeException failed) {
        if (failed instanceof SqlRuntimeException && !SqlErrorTranslator.isDataError(failed)) {
          throw failed;
        }
        session.run(ROLLBACK_TO);
        RuntimeException reported =
            failed instanceof SqlRuntimeException failure ? SqlErrorTranslator.of(failure) : failed;
        return () -> done.completeExceptionally(reported);
      }
    }
  }
}
