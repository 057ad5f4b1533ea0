package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.ports.Commit;
import backtalk.telegram.outbound.PrivateDeliveryPlanner;
import backtalk.telegram.outbound.SendQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the people who wanted it how they are, when the time has come and it is daytime for the
 * operator. Each question is a turn: it is committed with the wish that it fulfils, so that no
 * other replica asks again, and is sent from the outbox.
 */
final class FollowUpJob {

  private static final Logger LOG = LoggerFactory.getLogger(FollowUpJob.class);

  /** The hours of the day in which people are asked, the last not included. */
  private static final int FIRST_HOUR = 9;

  private static final int LAST_HOUR = 20;

  /** The most people that are asked in one round. */
  private static final int MAX_PER_ROUND = 100;

  private static final Duration LAST_ROUND = Duration.ofSeconds(2);

  private final TelegramBot.Work work;
  private final SendQueue queue;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ScheduledExecutorService scheduler =
      ThreadFactories.scheduler("telegram-follow-up");

  FollowUpJob(TelegramBot.Work work, SendQueue queue, InstantSource clock, ZoneId zone) {
    this.work = work;
    this.queue = queue;
    this.clock = clock;
    this.zone = zone;
  }

  void start(Duration interval) {
    long millis = interval.toMillis();
    var unused =
        scheduler.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Ends the job after the round that is under way, so that what it commits can still be sent. */
  void end() {
    scheduler.shutdown();
    try {
      var unused = scheduler.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    scheduler.shutdownNow();
  }

  /** Asks whoever is due, if this replica has the duty; a failure is tried again later. */
  void round() {
    try {
      int hour = clock.instant().atZone(zone).getHour();
      if (work.duties().sweeps().getAsBoolean() && hour >= FIRST_HOUR && hour < LAST_HOUR) {
        work.store().followUpsDue(clock.instant(), MAX_PER_ROUND).forEach(this::askSafely);
      }
    } catch (RuntimeException | Error storeFails) {
      LOG.warn("nobody can be asked how they are now: {}", LogRedaction.of(storeFails));
    }
  }

  /** Asks one person; a failure holds back nobody else. */
  private void askSafely(ChatId chat) {
    try {
      ask(chat);
    } catch (RuntimeException | Error mistake) {
      LOG.warn("a person cannot be asked how they are now: {}", LogRedaction.of(mistake));
    }
  }

  private void ask(ChatId chat) {
    IncomingInput due =
        new IncomingInput(chat, Commit.NO_UPDATE, new Input.FollowUpDue(), clock.instant());
    PrivateDeliveryPlanner planner =
        new PrivateDeliveryPlanner(chat, OptionalLong.empty(), OptionalLong.empty());
    work.turnHandler().handle(due, planner).ifPresent(handled -> queue.add(handled.outgoing()));
  }
}
