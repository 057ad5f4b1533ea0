package backtalk.telegram;

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
final class Polling {

  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LAST_WORK = Duration.ofSeconds(4);

  /** A server that never holds a poll back is not asked more often than this. */
  private static final Duration BREATH = Duration.ofMillis(500);

  private final Settings settings;
  private final Pulse pulse;
  private final Batches batches;
  private final Stop stop;
  private final BooleanSupplier isMine;
  private final TelegramBotsLongPollingApplication library;
  private Optional<OkHttpClient> client = Optional.empty();
  private Optional<ScheduledExecutorService> thread = Optional.empty();
  private @Nullable Poll previous;

  /**
   * Polling that has not begun.
   *
   * @param isMine whether this replica is the one to poll
   */
  Polling(Settings settings, Pulse pulse, Batches batches, Stop stop, BooleanSupplier isMine) {
    this.settings = settings;
    this.pulse = pulse;
    this.batches = batches;
    this.stop = stop;
    this.isMine = isMine;
    this.library =
        new TelegramBotsLongPollingApplication(
            ObjectMapper::new, this::newClient, this::newThread, () -> new PollBackOff(pulse));
  }

  /** Polls until it is time to go or Telegram refuses the token. */
  void run() {
    Steps steps = new Steps(Duration.ofMillis(500), Duration.ofSeconds(15));
    while (!isOver()) {
      if (!isMine.getAsBoolean()) {
        pulse.stoodBy();
        stop.pause(LOOK);
      } else if (open()) {
        steps.reset();
        watch();
        close();
      } else {
        stop.pause(pulse.takeWait().orElseGet(steps::next));
        close();
      }
    }
  }

  private boolean isOver() {
    return stop.isGiven() || pulse.isRefused();
  }

  private boolean open() {
    try {
      library.registerBot(settings.token(), settings::url, this::next, batches);
      LOG.info("polling {}", settings);
      return true;
    } catch (TelegramApiException | RuntimeException failed) {
      LOG.debug("no session yet: {}", Disguise.of(failed));
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
      LOG.warn("no sign of Telegram for {}: beginning a new session", pulse.silence());
      pulse.answered();
    }
  }

  /** While a batch is taken nobody polls; its end counts as a sign. */
  private boolean isDead() {
    if (batches.isBusy()) {
      pulse.answered();
    }
    Settings.Tuning tuning = settings.tuning();
    Duration longest = tuning.longPoll().plus(tuning.patience().multipliedBy(5));
    return pulse.silence().compareTo(longest) > 0;
  }

  /** Also after a failed opening: the library remembers the token even then. */
  private void close() {
    try {
      library.unregisterBot(settings.token());
    } catch (TelegramApiException | RuntimeException neverOpen) {
      LOG.debug("no session to close: {}", Disguise.of(neverOpen));
    }
    client.ifPresent(Clients::end);
    if (isOver()) {
      batches.awaitEnd(LAST_WORK);
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
        new Poll(
            batches.next(last),
            last,
            Math.toIntExact(settings.tuning().longPoll().toSeconds()),
            pulse);
    return previous;
  }

  private OkHttpClient newClient() {
    OkHttpClient fresh = Clients.forPolling(settings.tuning(), new PollWatch(pulse));
    client = Optional.of(fresh);
    return fresh;
  }

  private ScheduledExecutorService newThread() {
    ScheduledExecutorService fresh = Threads.one("telegram-poll");
    thread = Optional.of(fresh);
    return fresh;
  }
}
