package backtalk.telegram;

import backtalk.dialogue.Button;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.Delivery;
import backtalk.dialogue.Message;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Stored;
import backtalk.dialogue.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends a turn to a group: new messages, each a reply to what was asked, in its thread. */
record GroupDelivery(ChatId chat, Arrival.Place place, Me me) implements Delivery {

  @Override
  public List<Outgoing> plan(Turn turn, Optional<Stored> before, long revision) {
    List<Outgoing> plan = new ArrayList<>();
    for (Message message : turn.messages()) {
      Outgoing.Way reply = new Outgoing.Way.Send(place.replyTo());
      plan.add(new Outgoing(chat, revision, plan.size(), linked(message), reply, place.thread()));
    }
    return plan;
  }

  private Message linked(Message message) {
    return new Message(
        message.kind(),
        message.text(),
        message.rows().stream().map(row -> row.stream().map(this::linked).toList()).toList());
  }

  /** The way to the private chat: only here the bot's name is known. */
  private Button linked(Button button) {
    return button.data().equals(Button.PRIVATELY)
        ? new Button(button.label(), me.privately())
        : button;
  }
}
