package backtalk.telegram.inbound;

import backtalk.telegram.ConnectionStatus;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.StopSignal;
import backtalk.telegram.TelegramConfig;
import backtalk.telegram.ThreadFactories;
import backtalk.telegram.api.HttpClients;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Keeps a session of the library's long polling alive, and a new one where it died. */
public final class LongPoller {

  private static final Logger LOG = LoggerFactory.getLogger(LongPoller.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LAST_WORK = Duration.ofSeconds(4);

  /** A server that never holds a poll back is not asked more often than this. */
  private static final Duration BREATH = Duration.ofMillis(500);

  private final TelegramConfig config;
  private final ConnectionStatus status;
  private final UpdateBatchConsumer updateBatchConsumer;
  private final StopSignal stop;
  private final BooleanSupplier isMine;
  private final TelegramBotsLongPollingApplication library;
  private Optional<OkHttpClient> client = Optional.empty();
  private Optional<ScheduledExecutorService> thread = Optional.empty();
  private @Nullable GetUpdatesRequest previous;

  /**
   * Polling that has not begun.
   *
   * @param isMine whether this replica is the one to poll
   */
  public LongPoller(
      TelegramConfig config,
      ConnectionStatus status,
      UpdateBatchConsumer updateBatchConsumer,
      StopSignal stop,
      BooleanSupplier isMine) {
    this.config = config;
    this.status = status;
    this.updateBatchConsumer = updateBatchConsumer;
    this.stop = stop;
    this.isMine = isMine;
    this.library =
        new TelegramBotsLongPollingApplication(
            ObjectMapper::new, this::newClient, this::newThread, () -> new PollBackoff(status));
  }

  /** Polls until it is time to go or Telegram refuses the token. */
  public void run() {
    ExponentialBackoff backoff =
        new ExponentialBackoff(Duration.ofMillis(500), Duration.ofSeconds(15));
    while (!isOver()) {
      if (!isMine.getAsBoolean()) {
        status.stoodBy();
        stop.pause(LOOK);
      } else if (open()) {
        backoff.reset();
        watch();
        close();
      } else {
        stop.pause(status.takeWait().orElseGet(backoff::next));
        close();
      }
    }
  }

  private boolean isOver() {
    return stop.isGiven() || status.isRefused();
  }

  private boolean open() {
    try {
      library.registerBot(config.token(), config::url, this::next, updateBatchConsumer);
      LOG.info("polling {}", config);
      return true;
    } catch (TelegramApiException | RuntimeException failed) {
      LOG.debug("no session yet: {}", LogRedaction.of(failed));
      return false;
    }
  }

  private void watch() {
    while (!isOver() && isMine.getAsBoolean() && !isDead()) {
      stop.pause(LOOK);
    }
    if (!isOver() && !isMine.getAsBoolean()) {
      LOG.warn("another replica polls from now on");
    } else if (!isOver()) {
      LOG.warn("no sign of Telegram for {}: beginning a new session", status.silence());
      status.answered();
    }
  }

  /** While a batch is taken nobody polls; its end counts as a sign. */
  private boolean isDead() {
    if (updateBatchConsumer.isBusy()) {
      status.answered();
    }
    TelegramConfig.Tuning tuning = config.tuning();
    Duration longest = tuning.longPoll().plus(tuning.patience().multipliedBy(5));
    return status.silence().compareTo(longest) > 0;
  }

  /** Also after a failed opening: the library remembers the token even then. */
  private void close() {
    try {
      library.unregisterBot(config.token());
    } catch (TelegramApiException | RuntimeException neverOpen) {
      LOG.debug("no session to close: {}", LogRedaction.of(neverOpen));
    }
    client.ifPresent(HttpClients::end);
    if (isOver()) {
      updateBatchConsumer.awaitEnd(LAST_WORK);
    }
    thread.ifPresent(ScheduledExecutorService::shutdownNow);
  }

  private GetUpdates next(int last) {
    if (previous != null && previous.cameBackEmptyAtOnce()) {
      stop.pause(BREATH);
    }
    if (stop.isGiven()) {
      // The library counts a batch as taken even if it was left, and would acknowledge it so.
      throw new IllegalStateException("no poll after the end");
    }
    previous =
        new GetUpdatesRequest(
            updateBatchConsumer.next(last),
            last,
            Math.toIntExact(config.tuning().longPoll().toSeconds()),
            status);
    return previous;
  }

  private OkHttpClient newClient() {
    OkHttpClient fresh = HttpClients.forPolling(config.tuning(), new PollingInterceptor(status));
    client = Optional.of(fresh);
    return fresh;
  }

  private ScheduledExecutorService newThread() {
    ScheduledExecutorService fresh = ThreadFactories.one("telegram-poll");
    thread = Optional.of(fresh);
    return fresh;
  }
}
