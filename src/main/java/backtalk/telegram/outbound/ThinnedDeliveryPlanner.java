package backtalk.telegram.outbound;

import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Plans the delivery of turns over the flood limit: it sends them only while few messages are
 * queued for the chat, so that its queue stays bounded. The facts of a turn are stored in any case,
 * and a new emergency is always sent.
 *
 * @param full the planner under the limit
 * @param waiting gives the number of queued messages to the chat
 */
public record ThinnedDeliveryPlanner(DeliveryPlanner full, IntSupplier waiting)
    implements DeliveryPlanner {

  private static final int MAX_WAITING = 20;

  /**
   * The limit for turns with an emergency. A burst within the flood limit cannot queue as many, so
   * some of the queued messages tell of the emergency.
   */
  private static final int MAX_WAITING_URGENT = 100;

  @Override
  public List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision) {
    boolean urgent = turn.gist().kind() == TurnKind.EMERGENCY;
    int limit = urgent ? MAX_WAITING_URGENT : MAX_WAITING;
    return waiting.getAsInt() < limit || (urgent && isNew(turn))
        ? full.plan(turn, before, revision)
        : List.of();
  }

  private static boolean isNew(Turn turn) {
    return turn.messages().stream().anyMatch(it -> it.kind() == Message.Kind.OUTCOME);
  }
}
