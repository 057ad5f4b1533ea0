package backtalk.store.sql;

import backtalk.store.StoreException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the remains of deleted data from the database file soon after deletion. The first round
 * starts at once. Later rounds are spaced so that they take at most a twentieth of the time. One
 * round serves all requests made before it began.
 */
final class ErasureJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureJob.class);
  private static final int REST_FACTOR = 20;
  private static final long CLOSE_TIMEOUT_SECONDS = 4;

  private final Runnable round;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().daemon().name("erasure").factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private final AtomicBoolean requested = new AtomicBoolean();
  private volatile long restUntil = System.nanoTime();
  private volatile boolean closed;

  /**
   * Creates the job with {@code round} as its work; a failed round is repeated with the next
   * request.
   */
  ErasureJob(Runnable round) {
    this.round = round;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Requests a round without waiting for it. */
  void request() {
    if (!requested.getAndSet(true)) {
      thread.execute(this::runWhenRested);
    }
  }

  private void runWhenRested() {
    long rest = closed ? 0 : restUntil - System.nanoTime();
    if (rest > 0) {
      var unused = thread.schedule(this::runWhenRested, rest, TimeUnit.NANOSECONDS);
    } else if (requested.getAndSet(false)) {
      long begun = System.nanoTime();
      try {
        round.run();
      } catch (StoreException e) {
        LOG.warn("erased data may remain in the database's files for now: {}", e.getMessage());
      }
      long end = System.nanoTime();
      restUntil = end + (end - begun) * REST_FACTOR;
    }
  }

  /** Runs a requested round and stops. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      var unused = thread.submit(this::runWhenRested).get(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("erased data may remain in the database's files until the next erasure");
    }
    thread.shutdown();
  }
}
