package backtalk.telegram.outbound;

import java.util.ArrayList;
import java.util.List;

/**
 * Starts the sending to each chat on a virtual thread. While a batch of updates is being committed
 * it holds the start back: the next poll waits for the commits, and the processor is idle for
 * sending while that poll is under way.
 */
public final class SendStart {

  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  /** Runs the sending to a chat at once, or after the release. */
  synchronized void start(Runnable sending) {
    if (holding) {
      held.add(sending);
    } else {
      Thread.ofVirtual().name("telegram-chat").start(sending);
    }
  }

  /** Holds back what starts from now on. */
  public synchronized void hold() {
    holding = true;
  }

  /** Starts what was held back. */
  public synchronized void release() {
    holding = false;
    held.forEach(this::start);
    held.clear();
  }
}
