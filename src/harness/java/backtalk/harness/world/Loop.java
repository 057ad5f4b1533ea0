package backtalk.harness.world;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;

/** The one thread of the world: it waits for the network and for moments to come. */
final class Loop {
  private static final long NANOS_OF_A_MILLI = 1_000_000;
  private static final long LONGEST_WAIT = 1_000;

  private final Selector selector;
  private final PriorityQueue<Moment> moments = new PriorityQueue<>();
  private long planned;

  /** What a channel does when it is ready. */
  @FunctionalInterface
  interface Ready {
    void act(SelectionKey key);
  }

  private record Moment(long at, long number, Runnable work) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at - other.at, 0);
    }
  }

  Loop() throws IOException {
    selector = Selector.open();
  }

  SelectionKey watch(SelectableChannel channel, int interest, Ready ready) throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, interest, ready);
  }

  /** Does something so many nanoseconds from now; things of one moment in the order of planning. */
  void in(long nanos, Runnable work) {
    moments.add(new Moment(System.nanoTime() + nanos, planned++, work));
  }

  /** Runs until the process is killed. */
  void run() throws IOException {
    while (true) {
      selector.select(Loop::act, untilNext(System.nanoTime()));
      pass(System.nanoTime());
    }
  }

  private static void act(SelectionKey key) {
    ((Ready) key.attachment()).act(key);
  }

  /** Milliseconds until the next moment, rounded up: nothing happens too early. */
  private long untilNext(long now) {
    Moment next = moments.peek();
    long nanos = next == null ? LONGEST_WAIT * NANOS_OF_A_MILLI : next.at() - now;
    return Math.clamp((nanos + NANOS_OF_A_MILLI - 1) / NANOS_OF_A_MILLI, 1, LONGEST_WAIT);
  }

  private void pass(long now) {
    for (Moment next = moments.peek();
        next != null && next.at() - now <= 0;
        next = moments.peek()) {
      moments.remove();
      next.work().run();
    }
  }
}
