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
 * Plans the delivery of turns over the flood limit, so that the queue of the chat stays bounded.
 * While few messages are queued it sends a turn whole, later only its question and its outcome. The
 * facts of a turn are stored in any case, and a new emergency is always sent whole.
 *
 * @param full the planner under the limit
 * @param waiting gives the number of queued messages to the chat
 */
public record ThinnedDeliveryPlanner(DeliveryPlanner full, IntSupplier waiting)
    implements DeliveryPlanner {

  static final int MAX_WAITING = 20;

  /**
   * The limit for turns with an emergency. A burst within the flood limit cannot queue as many, so
   * some of the queued messages tell of the emergency.
   */
  private static final int MAX_WAITING_URGENT = 100;

  @Override
  public List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision) {
    boolean urgent = turn.gist().kind() == TurnKind.EMERGENCY;
    int queued = waiting.getAsInt();
    List<OutboxMessage> all = full.plan(turn, before, revision);
    return queued < (urgent ? MAX_WAITING_URGENT : MAX_WAITING) || (urgent && isNew(turn))
        ? all
        : all.stream().filter(message -> isNeeded(message, queued)).toList();
  }

  /** A question that is not sent would be answered unseen; an outcome is not shown again. */
  private static boolean isNeeded(OutboxMessage message, int queued) {
    return switch (message.message().kind()) {
      case QUESTION -> true;
      case OUTCOME -> queued < MAX_WAITING_URGENT;
      case NOTE -> false;
    };
  }

  private static boolean isNew(Turn turn) {
    return turn.messages().stream().anyMatch(it -> it.kind() == Message.Kind.OUTCOME);
  }

  /**
   * Returns the questions of a long queue that a newer one has replaced, except the first message,
   * which may be on its way.
   */
  static List<OutboxMessage> replacedQuestions(List<OutboxMessage> queue) {
    if (queue.size() <= MAX_WAITING) {
      return List.of();
    }
    List<OutboxMessage> questions =
        queue.stream().skip(1).filter(it -> it.message().kind() == Message.Kind.QUESTION).toList();
    return questions.subList(0, Math.max(0, questions.size() - 1));
  }
}
