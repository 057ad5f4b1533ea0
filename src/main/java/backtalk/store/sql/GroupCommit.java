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
 * Writes what many threads bring in one transaction after another, each with all that came while
 * the last one went to the disk: so many turns wait for one flush together. Whoever brought
 * something waits until it is on the disk.
 */
public final class GroupCommit implements AutoCloseable {

  private static final int MOST_AT_ONCE = 256;
  private static final int MOST_WAITING = 4_096;
  private static final long LAST_WORK_SECONDS = 5;

  /** At once: a transaction that first reads and then writes is never turned away half-way. */
  private static final String BEGIN_ALL = "begin immediate";

  private static final String END_ALL = "commit";
  private static final String BEGIN = "savepoint item";
  private static final String UNDO = "rollback to item";
  private static final String END = "release item";

  private final ConnectionPool connections;
  private final BlockingQueue<Item<?>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer = Thread.ofPlatform().daemon().name("store").unstarted(this::run);
  private @Nullable SqlSession session;
  private volatile boolean closed;

  private GroupCommit(ConnectionPool connections) {
    this.connections = connections;
  }

  /** Starts the one thread that writes. */
  public static GroupCommit over(ConnectionPool connections) {
    GroupCommit commits = new GroupCommit(connections);
    commits.writer.start();
    return commits;
  }

  /** Does the work beside that of others, and waits until it is kept. */
  public <T> T write(Database.Work<T> work) {
    Item<T> item = new Item<>(work, false);
    bring(item);
    return item.await();
  }

  /** Does something that no transaction may surround, with nobody else writing meanwhile. */
  public void alone(Consumer<SqlSession> work) {
    Item<?> item = new Item<>(nothingBut(work), true);
    bring(item);
    var unused = item.await();
  }

  private static Database.Work<Boolean> nothingBut(Consumer<SqlSession> work) {
    return (session, undo) -> {
      work.accept(session);
      return true;
    };
  }

  /** How many things wait to be written. */
  int waiting() {
    return waiting.size();
  }

  private void bring(Item<?> item) {
    try {
      while (!waiting.offer(item, 1, TimeUnit.SECONDS)) {
        refuseWhenClosed();
      }
      refuseWhenClosed();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted before it was kept", hurried);
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
        commit(gathered());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      letGo();
    }
  }

  private List<Item<?>> gathered() throws InterruptedException {
    Item<?> first = waiting.take();
    List<Item<?>> items = new ArrayList<>(List.of(first));
    while (!first.alone() && items.size() < MOST_AT_ONCE && nextIsForMany()) {
      items.add(waiting.remove());
    }
    return items;
  }

  private boolean nextIsForMany() {
    Item<?> next = waiting.peek();
    return next != null && !next.alone();
  }

  private void commit(List<Item<?>> items) {
    try {
      SqlSession held = held();
      boolean alone = items.getFirst().alone();
      List<Runnable> ends = alone ? alone(held, items) : together(held, items);
      ends.forEach(Runnable::run);
    } catch (RuntimeException | Error failed) {
      letGo();
      Throwable told =
          failed instanceof SqlRuntimeException failure ? SqlErrorTranslator.of(failure) : failed;
      items.forEach(item -> item.done().completeExceptionally(told));
    }
  }

  /** The connection that all is written on, taken when there is something to write. */
  private SqlSession held() {
    SqlSession held = session == null ? connections.session() : session;
    session = held;
    return held;
  }

  private void letGo() {
    SqlSession ended = session;
    session = null;
    if (ended != null) {
      connections.end(ended);
    }
  }

  private static List<Runnable> alone(SqlSession session, List<Item<?>> one) {
    return List.of(one.getFirst().doneIn(session));
  }

  private static List<Runnable> together(SqlSession session, List<Item<?>> items) {
    session.run(BEGIN_ALL);
    List<Runnable> ends = items.stream().map(item -> item.triedIn(session)).toList();
    session.run(END_ALL);
    return ends;
  }

  /** Finishes what was brought, and stops. */
  @Override
  public void close() {
    closed = true;
    // Wakes a writer that has nothing to do; one that has needs no waking.
    var unused = waiting.offer(new Item<>(nothingBut(session -> {}), true));
    try {
      writer.join(TimeUnit.SECONDS.toMillis(LAST_WORK_SECONDS));
    } catch (InterruptedException hurried) {
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

    Runnable doneIn(SqlSession session) {
      T result = work.in(session, () -> {});
      return () -> done.complete(result);
    }

    /** What is to be told once the transaction is kept. A wrong item does not harm the others. */
    Runnable triedIn(SqlSession session) {
      session.run(BEGIN);
      try {
        T result = work.in(session, () -> session.run(UNDO));
        session.run(END);
        return () -> done.complete(result);
      } catch (RuntimeException failed) {
        if (failed instanceof SqlRuntimeException && !SqlErrorTranslator.isOwnMistake(failed)) {
          throw failed;
        }
        session.run(UNDO);
        RuntimeException told =
            failed instanceof SqlRuntimeException failure ? SqlErrorTranslator.of(failure) : failed;
        return () -> done.completeExceptionally(told);
      }
    }
  }
}
