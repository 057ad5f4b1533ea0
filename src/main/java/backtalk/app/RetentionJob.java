package backtalk.app;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.store.UnansweredQuestionLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets, hour by hour, what has been kept for long enough. */
final class RetentionJob implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

  /** Telegram repeats an update for 24 hours at the most; twice that is surely over. */
  private static final Duration UPDATES = Duration.ofDays(2);

  private static final int RINSE_SECONDS = 10;

  /** A long round does not keep the log from being emptied. */
  private static final int THREADS = 2;

  private final DialogueStore store;
  private final UnansweredQuestionLog questions;
  private final Runnable checkpoint;
  private final Duration silence;
  private final InstantSource clock;
  private final ScheduledExecutorService rounds =
      Executors.newScheduledThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("housekeeping-", 0).factory());

  /**
   * A housekeeping that forgets dialogues not heard of, and questions asked, for {@code silence}.
   *
   * @param rinse takes what was deleted out of the store's log, every few seconds
   */
  RetentionJob(
      DialogueStore store,
      UnansweredQuestionLog questions,
      Runnable rinse,
      Duration silence,
      InstantSource clock) {
    this.store = store;
    this.questions = questions;
    this.checkpoint = rinse;
    this.silence = silence;
    this.clock = clock;
  }

  /** Begins with the rounds, the first at once. */
  void start() {
    var unusedRound = rounds.scheduleWithFixedDelay(this::round, 0, 1, TimeUnit.HOURS);
    var unusedRinse =
        rounds.scheduleWithFixedDelay(
            this::checkpoint, RINSE_SECONDS, RINSE_SECONDS, TimeUnit.SECONDS);
  }

  /** One round; a store that fails now is asked again in the next. */
  void round() {
    try {
      Instant now = clock.instant();
      questions.expire(now.minus(silence));
      int forgotten = store.expire(now.minus(silence), now.minus(UPDATES));
      LOG.info("{} dialogues were forgotten after {} days", forgotten, silence.toDays());
    } catch (RuntimeException e) {
      LOG.warn("old dialogues could not be forgotten now: {}", e.getMessage());
    }
  }

  private void checkpoint() {
    try {
      checkpoint.run();
    } catch (RuntimeException e) {
      LOG.debug("the store's log could not be emptied now: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
