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

/**
 * Erases expired dialogues, questions and update ids every hour, and empties the write-ahead log
 * every few seconds.
 */
final class RetentionJob implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

  /** Keeps update ids for twice the 24 hours during which Telegram may repeat an update. */
  private static final Duration UPDATE_RETENTION = Duration.ofDays(2);

  private static final int CHECKPOINT_SECONDS = 10;

  /** Delays the first round, so that it does not lengthen the start. */
  private static final int FIRST_ROUND_SECONDS = 2;

  /** Uses a second thread, so that a long round does not delay emptying the log. */
  private static final int THREADS = 2;

  private final DialogueStore store;
  private final UnansweredQuestionLog questions;
  private final Runnable checkpoint;
  private final Duration retention;
  private final InstantSource clock;
  private final ScheduledExecutorService scheduler =
      Executors.newScheduledThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("retention-", 0).factory());

  /**
   * Creates the job; {@link #start} schedules it.
   *
   * @param checkpoint empties the store's write-ahead log
   * @param retention how long dialogues may be silent and questions are kept
   */
  RetentionJob(
      DialogueStore store,
      UnansweredQuestionLog questions,
      Runnable checkpoint,
      Duration retention,
      InstantSource clock) {
    this.store = store;
    this.questions = questions;
    this.checkpoint = checkpoint;
    this.retention = retention;
    this.clock = clock;
  }

  /** Schedules the rounds. */
  void start() {
    var unusedRound =
        scheduler.scheduleWithFixedDelay(
            this::round, FIRST_ROUND_SECONDS, Duration.ofHours(1).toSeconds(), TimeUnit.SECONDS);
    var unusedCheckpoint =
        scheduler.scheduleWithFixedDelay(
            this::checkpoint, CHECKPOINT_SECONDS, CHECKPOINT_SECONDS, TimeUnit.SECONDS);
  }

  /** Runs one round; after a failure of the store the next round tries again. */
  void round() {
    try {
      Instant now = clock.instant();
      questions.expire(now.minus(retention));
      int forgotten = store.expire(now.minus(retention), now.minus(UPDATE_RETENTION));
      LOG.info("erased {} dialogues after {} days of silence", forgotten, retention.toDays());
    } catch (RuntimeException e) {
      LOG.warn("expired dialogues cannot be erased now: {}", e.getMessage());
    }
  }

  private void checkpoint() {
    try {
      checkpoint.run();
    } catch (RuntimeException e) {
      LOG.debug("the store's log cannot be emptied now: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
