package backtalk.dialogue.ports;

import backtalk.dialogue.Turn;
import java.util.List;
import java.util.Optional;

/** How a channel sends what a turn says: which messages are new, which take an old one's place. */
@FunctionalInterface
public interface DeliveryPlanner {

  /**
   * The messages of a turn, ready to be kept until sent.
   *
   * @param before the dialogue as kept before the turn, where there was one
   * @param revision the revision after the turn
   */
  List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision);
}
