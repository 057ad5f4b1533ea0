package backtalk.telegram.parsing;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Input.Manner;
import backtalk.telegram.BotAccount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Parses updates of groups. The bot reads only messages that are addressed to it. */
record GroupUpdateParser(BotAccount botAccount) {

  ParsedUpdate message(Message message) {
    if (isNotFromPerson(message)) {
      return new ParsedUpdate.Ignored();
    }
    return input(message)
        .<ParsedUpdate>map(input -> inGroup(message, input))
        .orElseGet(ParsedUpdate.Ignored::new);
  }

  /** Parses a tap in a group. Only buttons of topics work there. */
  ParsedUpdate tap(CallbackQuery query, ParsedUpdate.Tap tap) {
    Input input = new Input.Tapped(query.getData());
    boolean topic =
        ButtonPress.parse(query.getData())
            .filter(press -> press.action() instanceof ButtonAction.ShowTopic)
            .isPresent();
    if (!topic) {
      return new ParsedUpdate.UnusableTap(tap, "group-greeting");
    }
    MaybeInaccessibleMessage under = query.getMessage();
    ParsedUpdate.Place place = new ParsedUpdate.Place(tap.message(), MessageParser.topic(under));
    ChatId chat = new ChatId(under.getChat().getId());
    return new ParsedUpdate.Request(chat, query.getFrom().getId(), input, place, Optional.of(tap));
  }

  /**
   * Returns true for messages of channels, anonymous administrators and bots, which get no reply.
   */
  private static boolean isNotFromPerson(Message message) {
    return message.getSenderChat() != null
        || message.getFrom() == null
        || message.getFrom().getIsBot();
  }

  private ParsedUpdate inGroup(Message message, Input input) {
    ParsedUpdate.Place place =
        new ParsedUpdate.Place(
            OptionalLong.of(message.getMessageId()), MessageParser.topic(message));
    ChatId chat = new ChatId(message.getChat().getId());
    return new ParsedUpdate.Request(
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
    if (!isMentioned(message) && !repliesToBot(message)) {
      return Optional.empty();
    }
    Manner manner = MessageParser.isForwarded(message) ? Manner.FORWARDED : Manner.TYPED;
    return MessageParser.textOrCaption(message)
        .map(text -> new Input.Said(textWithoutMentions(message), manner));
  }

  /**
   * Returns true if a message replies to one of the bot's. In a forum every message replies to the
   * service message that opened the forum topic, which does not count.
   */
  private boolean repliesToBot(Message message) {
    Message to = message.getReplyToMessage();
    return to != null
        && to.getFrom() != null
        && to.getFrom().getId() == botAccount.id()
        && to.getForumTopicCreated() == null;
  }

  private boolean isMentioned(Message message) {
    return !mentions(message).isEmpty();
  }

  private String textWithoutMentions(Message message) {
    StringBuilder text = new StringBuilder(MessageParser.textOrCaption(message).orElse(""));
    mentions(message)
        .forEach(name -> text.replace(name.getOffset(), name.getOffset() + name.getLength(), " "));
    return text.toString().replaceAll(" {2,}", " ").replaceAll(" ([,.!?])", "$1").strip();
  }

  /** Returns the mentions of the bot, the last one first. */
  private List<MessageEntity> mentions(Message message) {
    String text = MessageParser.textOrCaption(message).orElse("");
    return entities(message).stream()
        .filter(entity -> mentionsBot(entity, text))
        .sorted(Comparator.comparing(MessageEntity::getOffset).reversed())
        .toList();
  }

  private boolean mentionsBot(MessageEntity entity, String text) {
    int end = entity.getOffset() + entity.getLength();
    if (entity.getOffset() < 0 || end > text.length()) {
      return false;
    }
    return switch (entity.getType()) {
      case "mention" -> botAccount.isCalled(text.substring(entity.getOffset() + 1, end));
      case "text_mention" ->
          entity.getUser() != null && entity.getUser().getId() == botAccount.id();
      default -> false;
    };
  }

  private static List<MessageEntity> entities(Message message) {
    List<MessageEntity> found =
        message.getText() == null ? message.getCaptionEntities() : message.getEntities();
    return Optional.ofNullable(found).orElse(List.of());
  }
}
