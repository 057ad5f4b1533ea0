package backtalk.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the last traces of what was deleted, soon after it was: at once the first time, and then
 * so seldom that the database is busy with it for a twentieth of its time at most. One round serves
 * all who asked before it began.
 */
public final class ErasureJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureJob.class);
  private static final int REST = 20;
  private static final Duration LAST_WORK = Duration.ofSeconds(4);

  private final Runnable round;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().daemon().name("scrubber").unstarted(this::run);
  private boolean asked;
  private boolean closed;

  private ErasureJob(Runnable round) {
    this.round = round;
  }

  /** A scrubber whose rounds are these; a round that fails is made up for by the next. */
  public static ErasureJob by(Runnable round) {
    ErasureJob erasureJob = new ErasureJob(round);
    erasureJob.thread.start();
    return erasureJob;
  }

  /** Asks for a round, and does not wait for it. */
  public void ask() {
    lock.lock();
    try {
      asked = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitAsked()) {
        rest(work() * REST);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when it is over, and nobody asks any more. */
  private boolean awaitAsked() throws InterruptedException {
    lock.lock();
    try {
      while (!asked && !closed) {
        changed.await();
      }
      boolean work = asked;
      asked = false;
      return work;
    } finally {
      lock.unlock();
    }
  }

  /** How long it took, in nanoseconds. */
  private long work() {
    long begun = System.nanoTime();
    try {
      round.run();
    } catch (StoreException e) {
      LOG.warn("what was erased may be left in the database's files for now: {}", e.getMessage());
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

  /** Does what was asked for, and ends. */
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
      thread.join(TimeUnit.NANOSECONDS.toMillis(LAST_WORK.toNanos()));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
