package backtalk.telegram.outbound;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.ReplicaRegistry;
import backtalk.telegram.LogRedaction;
import backtalk.telegram.ReplicaDuties;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds messages that nobody is sending any more: their sender died, here or elsewhere. */
public final class OutboxRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRecovery.class);

  /** More than a run alone can leave behind: what is beyond it could be overtaken by new turns. */
  private static final int MAX_AT_START = 2 * SendQueue.MAX_MESSAGES;

  /** Of several replicas, each looks who is next before it sends; the rest waits for its turn. */
  private static final int MAX_PER_SWEEP = 5_000;

  private final DialogueStore store;
  private final SendQueue queue;
  private final ReplicaDuties duties;
  private Set<OutboxKey> seen = Set.of();

  public OutboxRecovery(DialogueStore store, SendQueue queue, ReplicaDuties duties) {
    this.store = store;
    this.queue = queue;
    this.duties = duties;
  }

  /** Sends what an earlier run left behind; false when the store fails. */
  public boolean recoverAtStart() {
    try {
      adopt();
      List<OutboxMessage> unsent = store.unsent(MAX_AT_START);
      if (!unsent.isEmpty()) {
        LOG.info("{} messages were left unsent by an earlier run: sending them", unsent.size());
      }
      queue.addRecovered(unsent);
      return true;
    } catch (RuntimeException storeFails) {
      LOG.warn("cannot look for unsent messages: {}", LogRedaction.of(storeFails));
      return false;
    }
  }

  /**
   * Sends what dead replicas left, and what lay here at the last sweep too: what is younger is on
   * its way. Meant to be repeated; a failing store is tried again next time.
   */
  public void sweep() {
    try {
      boolean adopted = adopt();
      List<OutboxMessage> unqueued =
          store.unsent(MAX_PER_SWEEP).stream()
              .filter(message -> !queue.contains(OutboxKey.of(message)))
              .toList();
      queue.addRecovered(
          unqueued.stream().filter(it -> adopted || seen.contains(OutboxKey.of(it))).toList());
      seen = unqueued.stream().map(OutboxKey::of).collect(Collectors.toUnmodifiableSet());
    } catch (RuntimeException storeFails) {
      LOG.warn("cannot look for unsent messages: {}", LogRedaction.of(storeFails));
    }
  }

  /** Whether anything was taken over from the dead. */
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
