package backtalk.telegram.inbound;

import backtalk.telegram.LogRedaction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of an update that was brought to the bot. */
public enum PushResult {
  /** It is kept for good, was kept before, or does not concern the bot: it need not come again. */
  TAKEN,
  /** There is no room for it now; it is to come again. */
  BUSY,
  /** It is no update. */
  UNREADABLE;

  private static final Logger LOG = LoggerFactory.getLogger(PushResult.class);

  /** Telegram gives up on an answer after a minute; long before it the update may come again. */
  public static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Takes an update through these lanes, and waits at most so long until it is kept. */
  public static PushResult take(byte[] update, ChatQueues queues, Duration timeout) {
    return UpdateJson.of(update)
        .map(read -> queues.offer(read).map(taken -> await(taken, timeout)).orElse(BUSY))
        .orElse(UNREADABLE);
  }

  private static PushResult await(CompletableFuture<Boolean> taken, Duration timeout) {
    try {
      return taken.get(timeout.toMillis(), TimeUnit.MILLISECONDS) ? TAKEN : BUSY;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return BUSY;
    } catch (TimeoutException slow) {
      return BUSY;
    } catch (ExecutionException mistake) {
      LOG.error("an update was not taken: {}", LogRedaction.of(mistake));
      return BUSY;
    }
  }
}
