package backtalk.emulator;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Guards the emulator's state with one lock, and signals every change.
 *
 * <p>All state is read and changed under this lock, so that a waiting test sees complete steps
 * only.
 */
final class Monitor {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Changes the state and signals waiting threads. */
  <T> T change(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Changes the state without a result. */
  void run(Runnable step) {
    lock.lock();
    try {
      step.run();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Reads the state without a signal. */
  <T> T read(Supplier<T> look) {
    lock.lock();
    try {
      return look.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the condition holds. Returns whether it does; false after the given time, or when
   * the thread was interrupted (the interrupt flag stays set).
   */
  boolean await(BooleanSupplier condition, Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!condition.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return condition.getAsBoolean();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return condition.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the condition has held, and the count has not changed, for the calm duration. */
  boolean awaitSteady(
      BooleanSupplier condition, Supplier<Long> count, Duration calm, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (await(condition, Duration.ofNanos(end - System.nanoTime()))) {
      long before = read(count);
      boolean moved = await(() -> !condition.getAsBoolean() || count.get() != before, calm);
      if (!moved) {
        return true;
      }
    }
    return false;
  }
}
