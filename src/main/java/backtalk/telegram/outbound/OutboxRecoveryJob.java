package backtalk.telegram.outbound;

import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.StopSignal;
import backtalk.telegram.ThreadFactories;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs the recovery of the outbox: once at the start, and then at a fixed interval. */
public final class OutboxRecoveryJob {

  private final OutboxRecovery recovery;
  private final Duration interval;
  private final StopSignal stop;
  private final ScheduledExecutorService scheduler = ThreadFactories.scheduler("telegram-sweep");

  public OutboxRecoveryJob(OutboxRecovery recovery, Duration interval, StopSignal stop) {
    this.recovery = recovery;
    this.interval = interval;
    this.stop = stop;
  }

  /**
   * Queues the messages that an earlier run left, so that nothing new overtakes them. Waits until
   * the store gives them, and then schedules the sweeps.
   */
  public void start() {
    ExponentialBackoff backoff =
        new ExponentialBackoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    while (!stop.isGiven() && !recovery.recoverAtStart()) {
      stop.pause(backoff.next());
    }
    long millis = interval.toMillis();
    if (!stop.isGiven()) {
      var unused =
          scheduler.scheduleWithFixedDelay(this::sweep, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  private void sweep() {
    if (!stop.isGiven()) {
      recovery.sweep();
    }
  }

  /** Ends the sweeps, also one that is under way. */
  public void end() {
    scheduler.shutdownNow();
  }
}
