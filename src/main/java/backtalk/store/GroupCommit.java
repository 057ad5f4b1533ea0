package backtalk.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes what many threads bring in one transaction after another, each with all that came while
 * the last one went to the disk: so many turns wait for one flush together. Whoever brought
 * something waits until it is on the disk.
 */
final class GroupCommit implements AutoCloseable {

  private static final int MOST_AT_ONCE = 256;
  private static final int MOST_WAITING = 4_096;
  private static final long LAST_WORK_SECONDS = 5;
  private static final String BEGIN = "savepoint item";
  private static final String UNDO = "rollback to item";
  private static final String END = "release item";

  private final Connections connections;
  private final BlockingQueue<Item<?>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer = Thread.ofPlatform().daemon().name("store").unstarted(this::run);
  private volatile boolean closed;

  private GroupCommit(Connections connections) {
    this.connections = connections;
  }

  /** Starts the one thread that writes. */
  static GroupCommit over(Connections connections) {
    GroupCommit commits = new GroupCommit(connections);
    commits.writer.start();
    return commits;
  }

  /** Does the work beside that of others, and waits until it is kept. */
  <T> T write(Database.Work<T> work) {
    Item<T> item = new Item<>(work, false);
    bring(item);
    return item.await();
  }

  /** Does something that no transaction may surround, with nobody else writing meanwhile. */
  void alone(Database.Work<?> work) {
    Item<?> item = new Item<>(work, true);
    bring(item);
    var unused = item.await();
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
    List<Item<?>> items = new ArrayList<>();
    while (!closed || !waiting.isEmpty()) {
      if (gather(items)) {
        commit(items);
        items.clear();
      }
    }
  }

  private boolean gather(List<Item<?>> items) {
    try {
      Item<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
      if (first == null) {
        return false;
      }
      items.add(first);
      while (!first.alone() && items.size() < MOST_AT_ONCE && nextIsForMany()) {
        items.add(waiting.remove());
      }
      return true;
    } catch (InterruptedException hurried) {
      return false;
    }
  }

  private boolean nextIsForMany() {
    Item<?> next = waiting.peek();
    return next != null && !next.alone();
  }

  private void commit(List<Item<?>> items) {
    try {
      List<Runnable> ends =
          connections.with(
              handle -> items.getFirst().alone() ? alone(handle, items) : together(handle, items));
      ends.forEach(Runnable::run);
    } catch (RuntimeException | Error failed) {
      items.forEach(item -> item.done().completeExceptionally(failed));
    }
  }

  private static List<Runnable> alone(Handle handle, List<Item<?>> one) {
    return List.of(one.getFirst().doneIn(handle));
  }

  private static List<Runnable> together(Handle handle, List<Item<?>> items) {
    return handle.inTransaction(
        transaction -> items.stream().map(item -> item.triedIn(transaction)).toList());
  }

  /** Finishes what was brought, and stops. */
  @Override
  public void close() {
    closed = true;
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

    Runnable doneIn(Handle handle) {
      T result = work.in(handle, () -> {});
      return () -> done.complete(result);
    }

    /** What is to be told once the transaction is kept. A wrong item does not harm the others. */
    Runnable triedIn(Handle handle) {
      handle.execute(BEGIN);
      try {
        T result = work.in(handle, () -> handle.execute(UNDO));
        handle.execute(END);
        return () -> done.complete(result);
      } catch (RuntimeException failed) {
        if (failed instanceof JdbiException && !Failures.isOwnMistake(failed)) {
          throw failed;
        }
        handle.execute(UNDO);
        RuntimeException told = failed instanceof JdbiException e ? Failures.of(e) : failed;
        return () -> done.completeExceptionally(told);
      }
    }
  }
}
