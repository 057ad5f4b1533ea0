package backtalk.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** What became of an update that was brought to the bot. */
public enum Pushed {
  /** It is kept for good, was kept before, or does not concern the bot: it need not come again. */
  TAKEN,
  /** There is no room for it now; it is to come again. */
  BUSY,
  /** It is no update. */
  UNREADABLE;

  private static final Logger LOG = LoggerFactory.getLogger(Pushed.class);

  /** Telegram gives up on an answer after a minute; long before it the update may come again. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Takes an update through these lanes, and waits until it is kept. */
  static Pushed take(byte[] update, Lanes lanes) {
    Optional<Update> read = Readings.of(update);
    return read.map(it -> lanes.offer(it).map(Pushed::awaited).orElse(BUSY)).orElse(UNREADABLE);
  }

  private static Pushed awaited(CompletableFuture<Boolean> taken) {
    try {
      return taken.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? TAKEN : BUSY;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return BUSY;
    } catch (TimeoutException slow) {
      return BUSY;
    } catch (ExecutionException mistake) {
      LOG.error("an update was not taken: {}", Disguise.of(mistake));
      return BUSY;
    }
  }
}
