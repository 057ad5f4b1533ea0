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
 * Plans the delivery of a turn to a private chat. One message holds the open question and is edited
 * in place while it is the last message. When the dialogue goes on below it, its buttons are
 * removed.
 *
 * @param tapped the message whose button was tapped
 * @param thread the forum topic of the chat in which the person wrote or tapped
 */
public record PrivateDeliveryPlanner(ChatId chat, OptionalLong tapped, OptionalLong thread)
    implements DeliveryPlanner {

  @Override
  public List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision) {
    if (turn.messages().isEmpty()) {
      return List.of();
    }
    List<Part> parts =
        inPlace(turn, before).map(List::of).orElseGet(() -> asNewMessages(turn, before));
    List<OutboxMessage> plan = new ArrayList<>();
    for (Part part : parts) {
      plan.add(new OutboxMessage(chat, revision, plan.size(), part.message(), part.way(), thread));
    }
    return plan;
  }

  private record Part(Message message, Way way) {}

  /**
   * Returns the edit of the tapped message, if the turn is one question and the edit hides nothing.
   */
  private Optional<Part> inPlace(Turn turn, Optional<StoredDialogue> before) {
    Message first = turn.messages().getFirst();
    boolean fits =
        turn.messages().size() == 1
            && first.kind() == Kind.QUESTION
            && tapped.isPresent()
            && before.filter(it -> it.newest() && it.question().equals(tapped)).isPresent();
    return fits
        ? Optional.of(new Part(first, new Way.Replace(tapped.getAsLong())))
        : Optional.empty();
  }

  /**
   * Returns the turn as new messages, and the clean-up of the old question after them, because it
   * is less urgent.
   */
  private List<Part> asNewMessages(Turn turn, Optional<StoredDialogue> before) {
    List<Part> parts = new ArrayList<>();
    turn.messages()
        .forEach(message -> parts.add(new Part(message, new Way.Send(OptionalLong.empty()))));
    before
        .filter(it -> leavesQuestion(turn, it))
        .flatMap(it -> closePrevious(turn, it))
        .ifPresent(parts::add);
    return parts;
  }

  /**
   * Returns true if the open question changes. A turn of notes alone keeps it open, and its buttons
   * valid.
   */
  private static boolean leavesQuestion(Turn turn, StoredDialogue before) {
    return turn.messages().stream().anyMatch(message -> message.kind() != Kind.NOTE)
        || !turn.dialogue().question().equals(before.dialogue().question());
  }

  private Optional<Part> closePrevious(Turn turn, StoredDialogue before) {
    if (before.question().isEmpty()) {
      return Optional.empty();
    }
    long old = before.question().getAsLong();
    Optional<FormattedText> answers = tapped.isPresent() ? turn.answered() : Optional.empty();
    return Optional.of(
        answers
            .map(text -> new Part(note(text), new Way.Close(old)))
            .orElseGet(() -> new Part(note(FormattedText.of("")), new Way.TakeButtons(old))));
  }

  private static Message note(FormattedText text) {
    return new Message(Kind.NOTE, text, List.of());
  }
}
