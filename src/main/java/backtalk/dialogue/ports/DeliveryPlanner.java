package backtalk.dialogue.ports;

import backtalk.dialogue.Turn;
import java.util.List;
import java.util.Optional;

/** Plans how a channel sends the messages of a turn: as new ones or in place of earlier ones. */
@FunctionalInterface
public interface DeliveryPlanner {

  /**
   * Returns the messages of a turn for the outbox.
   *
   * @param before the stored dialogue before the turn; empty when there was none
   * @param revision the revision after the turn
   */
  List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision);
}
