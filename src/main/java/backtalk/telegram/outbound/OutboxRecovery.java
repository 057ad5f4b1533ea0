package backtalk.telegram.outbound;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.telegram.ExponentialBackoff;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.ReplicaDuties;
import backtalk.telegram.StopSignal;
import backtalk.telegram.ThreadFactories;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recovers messages of the outbox that no process is sending any more, because their sender stopped
 * or failed: once at the start, and then at a fixed interval.
 */
public final class OutboxRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRecovery.class);

  /**
   * The most messages that are recovered at the start. One run cannot leave more; a message beyond
   * them could be overtaken by new turns.
   */
  private static final int MAX_AT_START = 2 * SendQueue.MAX_MESSAGES;

  /**
   * The most messages that are read in one sweep. The send gate keeps the order across replicas;
   * the rest is read by a later sweep.
   */
  private static final int MAX_PER_SWEEP = 5_000;

  private final DialogueStore store;
  private final SendQueue queue;
  private final ReplicaDuties duties;
  private final Duration interval;
  private final StopSignal stop;
  private final ScheduledExecutorService scheduler = ThreadFactories.scheduler("telegram-sweep");
  private Set<OutboxMessage.Key> seen = Set.of();

  public OutboxRecovery(
      DialogueStore store,
      SendQueue queue,
      ReplicaDuties duties,
      Duration interval,
      StopSignal stop) {
    this.store = store;
    this.queue = queue;
    this.duties = duties;
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
    while (!stop.isGiven() && !recoverAtStart()) {
      stop.pause(backoff.next());
    }
    long millis = interval.toMillis();
    if (!stop.isGiven()) {
      var unused =
          scheduler.scheduleWithFixedDelay(this::sweep, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Ends the sweeps, also one that is under way. */
  public void end() {
    scheduler.shutdownNow();
  }

  /** Returns false if the store fails. */
  private boolean recoverAtStart() {
    try {
      adopt();
      List<OutboxMessage> unsent = store.unsent(MAX_AT_START);
      if (!unsent.isEmpty()) {
        LOG.info("{} messages were left unsent by an earlier run: sending them", unsent.size());
      }
      queue.add(unsent, true);
      return true;
    } catch (RuntimeException storeFails) {
      LOG.warn("unsent messages cannot be read: {}", LogRedaction.of(storeFails));
      return false;
    }
  }

  /**
   * Queues the messages of failed replicas, and those that were not queued at the last sweep
   * either; younger ones may be on their way to the queue. A failure of the store is logged, and
   * the next sweep tries again.
   */
  private void sweep() {
    if (stop.isGiven()) {
      return;
    }
    try {
      boolean adopted = adopt();
      List<OutboxMessage> unqueued =
          store.unsent(MAX_PER_SWEEP).stream()
              .filter(message -> !queue.contains(message.key()))
              .toList();
      queue.add(unqueued.stream().filter(it -> adopted || seen.contains(it.key())).toList(), true);
      seen = unqueued.stream().map(OutboxMessage::key).collect(Collectors.toUnmodifiableSet());
    } catch (RuntimeException storeFails) {
      LOG.warn("unsent messages cannot be read: {}", LogRedaction.of(storeFails));
    }
  }

  /**
   * Takes over the messages of failed replicas.
   *
   * @return true if there were any
   */
  private boolean adopt() {
    if (!duties.sweeps().getAsBoolean()) {
      return false;
    }
    int adopted = duties.others().map(ReplicaRegistry::adopt).orElse(0);
    if (adopted > 0) {
      LOG.info("{} messages are taken over from replicas that are gone", adopted);
    }
    return adopted > 0;
  }
}
