package backtalk.telegram;

import backtalk.dialogue.Text;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** Emphasis as Telegram takes it; with entities nothing in a text needs to be escaped. */
final class Entities {

  private Entities() {}

  static List<MessageEntity> of(Text text) {
    return text.marks().stream().map(Entities::entity).toList();
  }

  private static MessageEntity entity(Text.Mark mark) {
    return MessageEntity.builder()
        .type(type(mark.style()))
        .offset(mark.offset())
        .length(mark.length())
        .build();
  }

  private static String type(Text.Style style) {
    return switch (style) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case QUOTE -> "expandable_blockquote";
    };
  }
}
