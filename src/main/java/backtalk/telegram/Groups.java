package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Input;
import backtalk.dialogue.Input.Manner;
import backtalk.dialogue.Press;
import backtalk.dialogue.Tap;
import java.util.Optional;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads what happens in groups: the bot listens only where somebody speaks to it. */
final class Groups {

  private final Me me;
  private final Mentions mentions;

  Groups(Me me) {
    this.me = me;
    this.mentions = new Mentions(me);
  }

  /** What a message of a group asks the bot. */
  Arrival message(Message message) {
    if (isNobodys(message)) {
      return new Arrival.Nothing();
    }
    return input(message)
        .<Arrival>map(input -> asked(message, input))
        .orElseGet(Arrival.Nothing::new);
  }

  /** What a button of a group asks: there only topics can be asked. */
  Arrival tap(CallbackQuery query, Arrival.Tap tap) {
    Input input = new Input.Tapped(query.getData());
    boolean topic =
        Press.parse(query.getData()).filter(press -> press.tap() instanceof Tap.Choose).isPresent();
    if (!topic) {
      return new Arrival.Misplaced(tap);
    }
    MaybeInaccessibleMessage under = query.getMessage();
    Arrival.Place place = new Arrival.Place(tap.message(), ForumTopic.of(under));
    ChatId chat = new ChatId(under.getChat().getId());
    return new Arrival.InGroup(chat, query.getFrom().getId(), input, place, Optional.of(tap));
  }

  /** Channels, administrators who hide behind the group, and bots are nobody to talk to. */
  private static boolean isNobodys(Message message) {
    return message.getSenderChat() != null
        || message.getFrom() == null
        || message.getFrom().getIsBot();
  }

  private Arrival asked(Message message, Input input) {
    Arrival.Place place =
        new Arrival.Place(OptionalLong.of(message.getMessageId()), ForumTopic.of(message));
    ChatId chat = new ChatId(message.getChat().getId());
    return new Arrival.InGroup(chat, message.getFrom().getId(), input, place, Optional.empty());
  }

  private Optional<Input> input(Message message) {
    Optional<Commands.Command> command =
        Optional.ofNullable(message.getText())
            .filter(text -> !Contents.isForwarded(message))
            .flatMap(Commands::parse);
    if (command.isPresent()) {
      return command
          .filter(it -> it.isFor(me))
          .map(it -> new Input.Commanded(it.name(), it.argument()));
    }
    return said(message);
  }

  private Optional<Input> said(Message message) {
    if (!mentions.anyIn(message) && !repliesToMe(message)) {
      return Optional.empty();
    }
    Manner manner = Contents.isForwarded(message) ? Manner.FORWARDED : Manner.TYPED;
    return Contents.words(message).map(words -> new Input.Said(mentions.strip(message), manner));
  }

  /** In a forum every message replies to the one that opened the topic: that one does not count. */
  private boolean repliesToMe(Message message) {
    Message to = message.getReplyToMessage();
    return to != null
        && to.getFrom() != null
        && to.getFrom().getId() == me.id()
        && to.getForumTopicCreated() == null;
  }
}
