package backtalk.telegram.outbound;

import backtalk.dialogue.ports.OutboxMessage;

/** Sends the messages of the queue. */
@FunctionalInterface
public interface QueuedMessageSender {
  /**
   * Sends a message.
   *
   * @param recovered true if another run or replica left it
   * @param onDelay runs when a rate limit delays the message, so that no turn waits for it
   * @return false if the stop came first
   */
  boolean send(OutboxMessage message, boolean recovered, Runnable onDelay);
}
