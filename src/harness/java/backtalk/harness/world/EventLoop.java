package backtalk.harness.world;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;

/** Runs the world's only thread: it waits for the network and for timers. */
final class EventLoop {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MAX_WAIT_MILLIS = 1_000;

  private final Selector selector;
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private long scheduled;

  /** Handles a channel that is ready. */
  @FunctionalInterface
  interface ReadyHandler {
    void act(SelectionKey key);
  }

  private record Timer(long at, long number, Runnable work) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at - other.at, 0);
    }
  }

  EventLoop() throws IOException {
    selector = Selector.open();
  }

  SelectionKey watch(SelectableChannel channel, int interest, ReadyHandler ready)
      throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, interest, ready);
  }

  /**
   * Schedules work after a delay in nanoseconds; work due at the same time runs in the order of
   * scheduling.
   */
  void schedule(long nanos, Runnable work) {
    timers.add(new Timer(System.nanoTime() + nanos, scheduled++, work));
  }

  /** Runs until the process is killed. */
  void run() throws IOException {
    while (true) {
      selector.select(EventLoop::act, untilNext(System.nanoTime()));
      runDue(System.nanoTime());
    }
  }

  private static void act(SelectionKey key) {
    ((ReadyHandler) key.attachment()).act(key);
  }

  /** Returns the milliseconds until the next timer, rounded up so that no timer runs early. */
  private long untilNext(long now) {
    Timer next = timers.peek();
    long nanos = next == null ? MAX_WAIT_MILLIS * NANOS_PER_MILLI : next.at() - now;
    return Math.clamp((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI, 1, MAX_WAIT_MILLIS);
  }

  private void runDue(long now) {
    for (Timer next = timers.peek(); next != null && next.at() - now <= 0; next = timers.peek()) {
      timers.remove();
      next.work().run();
    }
  }
}
