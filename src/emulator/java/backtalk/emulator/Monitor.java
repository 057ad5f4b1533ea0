package backtalk.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Guards the emulator's state with one lock, and wakes the threads that wait for a state.
 *
 * <p>All state is read and changed under this lock, so that a waiting test sees complete steps
 * only. Each change evaluates the conditions of the waiting threads, so that none wakes in vain.
 */
final class Monitor {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Waiter> waiters = new ArrayList<>();

  private record Waiter(BooleanSupplier condition, Condition signal) {

    /** Returns true also where the condition fails, which it then does again in its own thread. */
    boolean isDue() {
      try {
        return condition.getAsBoolean();
      } catch (RuntimeException | AssertionError failed) {
        return true;
      }
    }
  }

  /** Changes the state and wakes the threads that waited for it. */
  <T> T change(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      wakeWaiters();
      lock.unlock();
    }
  }

  private void wakeWaiters() {
    for (Waiter waiter : waiters) {
      if (waiter.isDue()) {
        waiter.signal().signal();
      }
    }
  }

  /** Changes the state without a result. */
  void run(Runnable step) {
    boolean unused =
        change(
            () -> {
              step.run();
              return true;
            });
  }

  /** Reads the state. */
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
    Waiter waiter = new Waiter(condition, lock.newCondition());
    waiters.add(waiter);
    try {
      long left = atMost.toNanos();
      while (!condition.getAsBoolean() && left > 0) {
        left = waiter.signal().awaitNanos(left);
      }
      return condition.getAsBoolean();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return condition.getAsBoolean();
    } finally {
      waiters.remove(waiter);
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
