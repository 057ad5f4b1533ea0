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
 * Sends the turns of a person over the flood limit while few messages wait for the chat, so that
 * its line cannot grow without end. What a turn tells is kept either way, and an emergency that is
 * new is always sent.
 *
 * @param full how turns are sent under the limit
 * @param waiting how many messages to the chat are on their way
 */
public record ThinnedDeliveryPlanner(DeliveryPlanner full, IntSupplier waiting)
    implements DeliveryPlanner {

  private static final int MAX_WAITING = 20;

  /** More than a burst under the limit can bring: then some of these speak of an emergency. */
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
