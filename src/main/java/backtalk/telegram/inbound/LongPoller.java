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

/**
 * Keeps a long-polling session of the library alive, and opens a new one when it stops responding.
 */
public final class LongPoller {

  private static final Logger LOG = LoggerFactory.getLogger(LongPoller.class);
  private static final Duration CHECK_INTERVAL = Duration.ofMillis(200);
  private static final Duration MAX_BATCH_WAIT = Duration.ofSeconds(4);

  /** The delay between polls of a server that does not hold them back. */
  private static final Duration EMPTY_POLL_DELAY = Duration.ofMillis(500);

  /** The delay between polls that return nothing but updates that are not handled yet. */
  private static final Duration UNHANDLED_POLL_DELAY = Duration.ofMillis(100);

  private final TelegramConfig config;
  private final ConnectionStatus status;
  private final PolledUpdates polledUpdates;
  private final StopSignal stop;
  private final BooleanSupplier isMine;
  private final TelegramBotsLongPollingApplication library;
  private Optional<OkHttpClient> client = Optional.empty();
  private Optional<ScheduledExecutorService> scheduler = Optional.empty();
  private @Nullable GetUpdatesRequest previous;

  /**
   * Creates a poller that is not started.
   *
   * @param isMine true while this replica has the duty to poll
   */
  public LongPoller(
      TelegramConfig config,
      ConnectionStatus status,
      PolledUpdates polledUpdates,
      StopSignal stop,
      BooleanSupplier isMine) {
    this.config = config;
    this.status = status;
    this.polledUpdates = polledUpdates;
    this.stop = stop;
    this.isMine = isMine;
    this.library =
        new TelegramBotsLongPollingApplication(
            ObjectMapper::new,
            this::newClient,
            this::newScheduler,
            () -> new PollBackoff(status, config.tuning().callBackoff()));
  }

  /** Polls until the stop, or until Telegram refuses the token. */
  public void run() {
    ExponentialBackoff backoff = config.tuning().callBackoff();
    while (!isStopped()) {
      if (!isMine.getAsBoolean()) {
        status.onStandby();
        stop.pause(CHECK_INTERVAL);
      } else if (openSession()) {
        backoff.reset();
        awaitSessionEnd();
        closeSession();
      } else {
        stop.pause(status.takeWait().orElseGet(backoff::next));
        closeSession();
      }
    }
  }

  private boolean isStopped() {
    return stop.isGiven() || status.isTokenRefused();
  }

  private boolean openSession() {
    try {
      library.registerBot(config.token(), config::url, this::next, polledUpdates);
      LOG.info("polling {}", config);
      return true;
    } catch (TelegramApiException | RuntimeException failed) {
      LOG.debug("a polling session did not open: {}", LogRedaction.of(failed));
      return false;
    }
  }

  private void awaitSessionEnd() {
    while (!isStopped() && isMine.getAsBoolean() && !isUnresponsive()) {
      stop.pause(CHECK_INTERVAL);
    }
    if (!isStopped() && !isMine.getAsBoolean()) {
      LOG.warn("another replica polls from now on");
    } else if (!isStopped()) {
      LOG.warn(
          "no answer of Telegram for {}: opening a new polling session", status.timeSinceAnswer());
      status.answered();
    }
  }

  /**
   * Returns true if Telegram has been silent for too long. While a batch is being queued there is
   * no poll, so that time does not count.
   */
  private boolean isUnresponsive() {
    if (polledUpdates.isBusy()) {
      status.answered();
    }
    TelegramConfig.Tuning tuning = config.tuning();
    Duration longest = tuning.longPoll().plus(tuning.readMargin().multipliedBy(5));
    return status.timeSinceAnswer().compareTo(longest) > 0;
  }

  /**
   * Closes the session, also one that failed to open, because the library remembers the token even
   * then.
   */
  private void closeSession() {
    try {
      library.unregisterBot(config.token());
    } catch (TelegramApiException | RuntimeException neverOpen) {
      LOG.debug("no polling session to close: {}", LogRedaction.of(neverOpen));
    }
    client.ifPresent(HttpClients::end);
    if (isStopped()) {
      polledUpdates.awaitEnd(MAX_BATCH_WAIT);
    }
    scheduler.ifPresent(ScheduledExecutorService::shutdownNow);
  }

  private GetUpdates next(int last) {
    if (previous != null && previous.wasEmptyImmediately()) {
      stop.pause(polledUpdates.hasUnhandled() ? UNHANDLED_POLL_DELAY : EMPTY_POLL_DELAY);
    }
    if (stop.isGiven()) {
      // The library counts a batch as handled even if it was abandoned, and would acknowledge it
      // with this poll.
      throw new IllegalStateException("no poll after the stop");
    }
    previous =
        new GetUpdatesRequest(
            polledUpdates.nextOffset(last),
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

  private ScheduledExecutorService newScheduler() {
    ScheduledExecutorService fresh = ThreadFactories.scheduler("telegram-poll");
    scheduler = Optional.of(fresh);
    return fresh;
  }
}
