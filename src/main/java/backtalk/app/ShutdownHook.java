package backtalk.app;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes resources in reverse order when the process receives a signal, within ten seconds.
 *
 * <p>Java exits with the signal's own code; this hook exits with 0 when everything was closed.
 */
final class ShutdownHook {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);
  private static final Duration TIMEOUT = Duration.ofMillis(9_500);
  private static final int FAILED = 1;

  private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final AtomicInteger code = new AtomicInteger();

  /** Registers a resource, to be closed before those registered earlier, and returns it. */
  <T extends AutoCloseable> T closing(T opened) {
    open.addFirst(opened);
    return opened;
  }

  /** Installs the hook for the signals that end the process. */
  void onSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop"));
  }

  /** Returns true once a signal was received. */
  boolean isUnderWay() {
    return underWay.get();
  }

  /** Sets the exit code unless an error has set it; returns {@code wanted}. */
  int exitCode(int wanted) {
    code.compareAndSet(0, wanted);
    return wanted;
  }

  private void end() {
    underWay.set(true);
    Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::closeAll);
    try {
      closing.join(TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(closing.isAlive() ? FAILED : code.get());
  }

  /** Closes all registered resources now. */
  void closeAll() {
    if (!open.isEmpty()) {
      LOG.info("stopping");
      open.forEach(this::close);
      LOG.info("stopped");
    }
  }

  private void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.error("a resource could not be closed: {}", e.getMessage());
      code.set(FAILED);
    }
  }
}
