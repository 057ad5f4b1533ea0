package backtalk.telegram;

import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Replicas;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds messages that nobody is sending any more: their sender died, here or elsewhere. */
final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** More than a run alone can leave behind: what is beyond it could be overtaken by new turns. */
  private static final int AT_THE_START = 2 * Outbox.MOST;

  /** Of several replicas, each looks who is next before it sends; the rest waits for its turn. */
  private static final int LATER = 5_000;

  private final Dialogues dialogues;
  private final Outbox outbox;
  private final Duties duties;
  private Set<OutgoingKey> seen = Set.of();

  Sweep(Dialogues dialogues, Outbox outbox, Duties duties) {
    this.dialogues = dialogues;
    this.outbox = outbox;
    this.duties = duties;
  }

  /** Sends what an earlier run left behind; false when the store fails. */
  boolean first() {
    try {
      adopt();
      List<Outgoing> left = dialogues.unsent(AT_THE_START);
      if (!left.isEmpty()) {
        LOG.info("{} messages were left unsent by an earlier run: sending them", left.size());
      }
      outbox.addLeft(left);
      return true;
    } catch (RuntimeException storeFails) {
      LOG.warn("cannot look for unsent messages: {}", Disguise.of(storeFails));
      return false;
    }
  }

  /**
   * Sends what dead replicas left, and what lay here at the last sweep too: what is younger is on
   * its way. Meant to be repeated; a failing store is tried again next time.
   */
  void again() {
    try {
      boolean adopted = adopt();
      List<Outgoing> lying =
          dialogues.unsent(LATER).stream()
              .filter(outgoing -> !outbox.holds(OutgoingKey.of(outgoing)))
              .toList();
      outbox.addLeft(
          lying.stream().filter(it -> adopted || seen.contains(OutgoingKey.of(it))).toList());
      seen = lying.stream().map(OutgoingKey::of).collect(Collectors.toUnmodifiableSet());
    } catch (RuntimeException storeFails) {
      LOG.warn("cannot look for unsent messages: {}", Disguise.of(storeFails));
    }
  }

  /** Whether anything was taken over from the dead. */
  private boolean adopt() {
    if (!duties.sweeps().getAsBoolean()) {
      return false;
    }
    int adopted = duties.others().map(Replicas::adopt).orElse(0);
    if (adopted > 0) {
      LOG.info("{} messages are taken over from replicas that are gone", adopted);
    }
    return adopted > 0;
  }
}
