package backtalk.telegram.inbound;

import backtalk.telegram.LogRedaction;
import backtalk.telegram.parsing.UpdateJson;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names the result of an update that a webhook received. */
public enum PushResult {
  /**
   * The update is committed, was committed before, or does not concern the bot. Telegram need not
   * send it again.
   */
  TAKEN,
  /** The queues are full or the turn takes too long. Telegram has to send the update again. */
  BUSY,
  /** The body is not an update. */
  UNREADABLE;

  private static final Logger LOG = LoggerFactory.getLogger(PushResult.class);

  /** The longest wait for a turn. Telegram gives up on an answer after a minute. */
  public static final Duration TIMEOUT = Duration.ofSeconds(20);

  /**
   * Handles an update through these queues, and waits for its turn.
   *
   * @param timeout the longest wait
   */
  public static PushResult take(byte[] update, ChatQueues queues, Duration timeout) {
    return UpdateJson.of(update)
        .map(read -> queues.offer(read).map(handled -> await(handled, timeout)).orElse(BUSY))
        .orElse(UNREADABLE);
  }

  private static PushResult await(CompletableFuture<Boolean> handled, Duration timeout) {
    try {
      return handled.get(timeout.toMillis(), TimeUnit.MILLISECONDS) ? TAKEN : BUSY;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return BUSY;
    } catch (TimeoutException slow) {
      return BUSY;
    } catch (ExecutionException mistake) {
      LOG.error("an update was not handled: {}", LogRedaction.of(mistake));
      return BUSY;
    }
  }
}
