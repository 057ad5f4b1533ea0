package backtalk.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the remains of deleted data from the database file soon after deletion. The first round
 * starts at once. Later rounds are spaced so that they take at most a twentieth of the time. One
 * round serves all requests made before it began.
 */
public final class ErasureJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureJob.class);
  private static final int REST_FACTOR = 20;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(4);

  private final Runnable round;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().daemon().name("erasure").unstarted(this::run);
  private boolean requested;
  private boolean closed;

  private ErasureJob(Runnable round) {
    this.round = round;
  }

  /**
   * Starts the job with {@code round} as its work; a failed round is repeated with the next
   * request.
   */
  public static ErasureJob start(Runnable round) {
    ErasureJob erasureJob = new ErasureJob(round);
    erasureJob.thread.start();
    return erasureJob;
  }

  /** Requests a round without waiting for it. */
  public void request() {
    lock.lock();
    try {
      requested = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitRequest()) {
        rest(runRound() * REST_FACTOR);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a request; returns false when the job is closed and none is left. */
  private boolean awaitRequest() throws InterruptedException {
    lock.lock();
    try {
      while (!requested && !closed) {
        changed.await();
      }
      boolean wasRequested = requested;
      requested = false;
      return wasRequested;
    } finally {
      lock.unlock();
    }
  }

  /** Runs a round and returns its duration in nanoseconds. */
  private long runRound() {
    long begun = System.nanoTime();
    try {
      round.run();
    } catch (StoreException e) {
      LOG.warn("erased data may remain in the database's files for now: {}", e.getMessage());
    }
    return System.nanoTime() - begun;
  }

  private void rest(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs a requested round and stops. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(TimeUnit.NANOSECONDS.toMillis(CLOSE_TIMEOUT.toNanos()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
