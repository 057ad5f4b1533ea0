package backtalk.telegram.outbound;

import backtalk.dialogue.Button;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.dialogue.ports.DeliveryPlanner;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.dialogue.ports.StoredDialogue;
import backtalk.telegram.BotAccount;
import backtalk.telegram.parsing.ParsedUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the delivery of a turn to a group: each message is new, and a reply to the question in its
 * thread.
 */
public record GroupDeliveryPlanner(ChatId chat, ParsedUpdate.Place place, BotAccount botAccount)
    implements DeliveryPlanner {

  @Override
  public List<OutboxMessage> plan(Turn turn, Optional<StoredDialogue> before, long revision) {
    List<OutboxMessage> plan = new ArrayList<>();
    for (Message message : turn.messages()) {
      OutboxMessage.Way reply = new OutboxMessage.Way.Send(place.replyTo());
      plan.add(
          new OutboxMessage(
              chat, revision, plan.size(), withPrivateChatLink(message), reply, place.thread()));
    }
    return plan;
  }

  private Message withPrivateChatLink(Message message) {
    return message.withRows(
        message.rows().stream()
            .map(row -> row.stream().map(this::withPrivateChatLink).toList())
            .toList());
  }

  /**
   * Replaces the data of a button that leads to the private chat by its link, because only this
   * package knows the bot's username.
   */
  private Button withPrivateChatLink(Button button) {
    return button.data().equals(Button.PRIVATELY)
        ? new Button(button.label(), botAccount.privateChatLink(), button.kind())
        : button;
  }
}
