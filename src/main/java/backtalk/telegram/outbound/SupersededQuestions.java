package backtalk.telegram.outbound;

import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage;
import java.util.List;

/** Finds queued questions that a newer question of the same chat has replaced. */
final class SupersededQuestions {

  private SupersededQuestions() {}

  /**
   * Returns the questions of a long queue that need not be sent any more. The first message is left
   * out, because it may be on its way.
   *
   * @param queue the messages to one chat, in the order of sending
   */
  static List<OutboxMessage> of(List<OutboxMessage> queue) {
    List<OutboxMessage> questions =
        queue.stream()
            .skip(1)
            .filter(message -> message.message().kind() == Message.Kind.QUESTION)
            .toList();
    boolean isLong = queue.size() > ThinnedDeliveryPlanner.MAX_WAITING && !questions.isEmpty();
    return isLong ? questions.subList(0, questions.size() - 1) : List.of();
  }
}
