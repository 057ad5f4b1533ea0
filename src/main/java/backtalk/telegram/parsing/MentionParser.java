package backtalk.telegram.parsing;

import backtalk.telegram.BotAccount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Finds and removes mentions of the bot in messages of a group. */
record MentionParser(BotAccount botAccount) {

  /** Returns true if the message mentions the bot. */
  boolean isMentioned(Message message) {
    return !mentions(message).isEmpty();
  }

  /** Returns the text of the message without mentions of the bot. */
  String textWithoutMentions(Message message) {
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
