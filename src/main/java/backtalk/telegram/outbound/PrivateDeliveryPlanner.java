package backtalk.telegram.outbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Message.Kind;
import backtalk.dialogue.Turn;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.OutboxMessage.Way;
import backtalk.dialogue.ports.StoredDialogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Plans the delivery of a turn to a private chat. One message holds the open question. When the
 * turn changes or leaves the question, one message of the turn replaces it.
 *
 * @param tapped the message whose button was tapped
 * @param thread the forum topic of the chat in which the person wrote or tapped
 */
public record PrivateDeliveryPlanner(ChatId chat, OptionalLong tapped, OptionalLong thread)
    implements DeliveryPlanner {

  private static final Way SEND = new Way.Send(OptionalLong.empty());

  @Override
  public List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision) {
    List<Message> messages = turn.messages();
    boolean forgets = revision < 0;
    boolean replaces = !forgets && before.filter(it -> leavesQuestion(turn, it)).isPresent();
    int replacing = replaces ? replacingIndex(messages) : -1;
    List<OutboxMessage> plan = new ArrayList<>();
    for (Message message : messages) {
      Way way = plan.size() == replacing ? replaceQuestion(turn) : SEND;
      plan.add(new OutboxMessage(chat, revision, plan.size(), message, way, thread));
    }
    if (forgets) {
      before.flatMap(it -> closing(it, revision, plan.size())).ifPresent(plan::add);
    }
    return plan;
  }

  /**
   * Returns true if the open question changes. A turn of notes alone keeps it open, and its buttons
   * valid.
   */
  private static boolean leavesQuestion(Turn turn, StoredDialogue before) {
    return turn.messages().stream().anyMatch(message -> message.kind() != Kind.NOTE)
        || !turn.dialogue().question().equals(before.dialogue().question());
  }

  /** Returns the index of the new question, or of the last message if there is none. */
  private static int replacingIndex(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).kind() == Kind.QUESTION) {
        return i;
      }
    }
    return messages.size() - 1;
  }

  /** Allows an edit of the tapped message only if the turn is one question, so it hides nothing. */
  private Way replaceQuestion(Turn turn) {
    boolean one = turn.messages().size() == 1;
    boolean editable = one && turn.messages().getFirst().kind() == Kind.QUESTION;
    return new Way.ReplaceQuestion(
        editable ? tapped : OptionalLong.empty(),
        tapped.isPresent() ? turn.answered() : Optional.empty());
  }

  /** After an erasure the sender no longer knows the question, so the plan names its message. */
  private Optional<OutboxMessage> closing(StoredDialogue before, long revision, int seq) {
    Message empty = new Message(Kind.NOTE, FormattedText.of(""), List.of());
    OptionalLong question = tapped.isPresent() ? tapped : before.question();
    return question.stream()
        .mapToObj(old -> new OutboxMessage(chat, revision, seq, empty, new Way.Close(old), thread))
        .findFirst();
  }
}
