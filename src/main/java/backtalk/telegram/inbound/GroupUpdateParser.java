package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import backtalk.telegram.BotAccount;
import java.util.Optional;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads what happens in groups: the bot listens only where somebody speaks to it. */
final class GroupUpdateParser {

  private final BotAccount botAccount;
  private final MentionParser mentionParser;

  GroupUpdateParser(BotAccount botAccount) {
    this.botAccount = botAccount;
    this.mentionParser = new MentionParser(botAccount);
  }

  /** What a message of a group asks the bot. */
  ParsedUpdate message(Message message) {
    if (isNotFromPerson(message)) {
      return new ParsedUpdate.Ignored();
    }
    return input(message)
        .<ParsedUpdate>map(input -> inGroup(message, input))
        .orElseGet(ParsedUpdate.Ignored::new);
  }

  /** What a button of a group asks: there only topics can be asked. */
  ParsedUpdate tap(CallbackQuery query, ParsedUpdate.Tap tap) {
    Input input = new Input.Tapped(query.getData());
    boolean topic =
        ButtonPress.parse(query.getData())
            .filter(press -> press.tap() instanceof ButtonAction.Choose)
            .isPresent();
    if (!topic) {
      return new ParsedUpdate.UnsupportedTap(tap);
    }
    MaybeInaccessibleMessage under = query.getMessage();
    ParsedUpdate.Place place = new ParsedUpdate.Place(tap.message(), ForumTopic.of(under));
    ChatId chat = new ChatId(under.getChat().getId());
    return new ParsedUpdate.InGroup(chat, query.getFrom().getId(), input, place, Optional.of(tap));
  }

  /** Channels, administrators who hide behind the group, and bots are nobody to talk to. */
  private static boolean isNotFromPerson(Message message) {
    return message.getSenderChat() != null
        || message.getFrom() == null
        || message.getFrom().getIsBot();
  }

  private ParsedUpdate inGroup(Message message, Input input) {
    ParsedUpdate.Place place =
        new ParsedUpdate.Place(OptionalLong.of(message.getMessageId()), ForumTopic.of(message));
    ChatId chat = new ChatId(message.getChat().getId());
    return new ParsedUpdate.InGroup(
        chat, message.getFrom().getId(), input, place, Optional.empty());
  }

  private Optional<Input> input(Message message) {
    Optional<CommandParser.Command> command =
        Optional.ofNullable(message.getText())
            .filter(text -> !MessageParser.isForwarded(message))
            .flatMap(CommandParser::parse);
    if (command.isPresent()) {
      return command
          .filter(it -> it.isFor(botAccount))
          .map(it -> new Input.Commanded(it.name(), it.argument()));
    }
    return addressedText(message);
  }

  private Optional<Input> addressedText(Message message) {
    if (!mentionParser.isMentioned(message) && !repliesToBot(message)) {
      return Optional.empty();
    }
    Manner manner = MessageParser.isForwarded(message) ? Manner.FORWARDED : Manner.TYPED;
    return MessageParser.words(message)
        .map(words -> new Input.Said(mentionParser.textWithoutMentions(message), manner));
  }

  /** In a forum every message replies to the one that opened the topic: that one does not count. */
  private boolean repliesToBot(Message message) {
    Message to = message.getReplyToMessage();
    return to != null
        && to.getFrom() != null
        && to.getFrom().getId() == botAccount.id()
        && to.getForumTopicCreated() == null;
  }
}
