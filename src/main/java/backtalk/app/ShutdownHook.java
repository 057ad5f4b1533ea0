package backtalk.app;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what is open when the process is told to end: the last first, and in time.
 *
 * <p>A Java process that ends by a signal ends with the signal's own code; one that has put
 * everything away is a success, and says so with 0.
 */
final class ShutdownHook {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);
  private static final Duration AT_MOST = Duration.ofMillis(9_500);
  private static final int FAILED = 1;

  private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final AtomicInteger code = new AtomicInteger();

  /** Will close this, before all that was opened earlier; gives it back. */
  <T extends AutoCloseable> T closing(T opened) {
    open.addFirst(opened);
    return opened;
  }

  /** From now on the end of the process is a clean one. */
  void onSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop"));
  }

  /** True once the process was told to end. */
  boolean isUnderWay() {
    return underWay.get();
  }

  /** Sets how the process is to end, should nothing go wrong; gives the same back. */
  int exitCode(int wanted) {
    code.compareAndSet(0, wanted);
    return wanted;
  }

  private void end() {
    underWay.set(true);
    Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::closeAll);
    try {
      closing.join(AT_MOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(closing.isAlive() ? FAILED : code.get());
  }

  /** Closes all of it now. */
  void closeAll() {
    if (!open.isEmpty()) {
      LOG.info("stopping");
      open.forEach(this::close);
      LOG.info("stopped");
    }
  }

  private void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      LOG.error("could not be closed: {}", e.getMessage());
      code.set(FAILED);
    }
  }
}
