package backtalk.telegram.outbound;

import backtalk.dialogue.FormattedText;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * Converts marks of emphasis to Telegram's message entities, with which nothing in a text needs to
 * be escaped.
 */
public final class MessageEntities {

  private MessageEntities() {}

  public static List<MessageEntity> of(FormattedText text) {
    return text.marks().stream().map(MessageEntities::entity).toList();
  }

  private static MessageEntity entity(FormattedText.Mark mark) {
    return MessageEntity.builder()
        .type(type(mark.style()))
        .offset(mark.offset())
        .length(mark.length())
        .build();
  }

  private static String type(FormattedText.Style style) {
    return switch (style) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case QUOTE -> "expandable_blockquote";
    };
  }
}
