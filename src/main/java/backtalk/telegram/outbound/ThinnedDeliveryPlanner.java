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
 * its line cannot grow without end. Of later turns it sends the open question and the ending alone:
 * what they answer or note is kept unsaid. An emergency that is new is always sent whole.
 *
 * @param whole how turns are sent under the limit
 * @param waiting how many messages to the chat are on their way
 */
public record ThinnedDeliveryPlanner(DeliveryPlanner whole, IntSupplier waiting)
    implements DeliveryPlanner {

  static final int MOST = 20;

  /** More than a burst under the limit can bring: then some of these speak of an emergency. */
  private static final int MOST_URGENT = 100;

  @Override
  public List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision) {
    boolean urgent = turn.gist().kind() == TurnKind.EMERGENCY;
    int line = waiting.getAsInt();
    List<OutboxMessage> all = whole.plan(turn, before, revision);
    return line < (urgent ? MOST_URGENT : MOST) || (urgent && isNew(turn))
        ? all
        : all.stream().filter(message -> isNeeded(message, line)).toList();
  }

  /** A question that is not sent would be answered unseen; an ending is not said again. */
  private static boolean isNeeded(OutboxMessage message, int line) {
    return switch (message.message().kind()) {
      case QUESTION -> true;
      case OUTCOME -> line < MOST_URGENT;
      case NOTE -> false;
    };
  }

  private static boolean isNew(Turn turn) {
    return turn.messages().stream().anyMatch(it -> it.kind() == Message.Kind.OUTCOME);
  }
}
