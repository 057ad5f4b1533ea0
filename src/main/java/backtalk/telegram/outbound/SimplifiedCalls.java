package backtalk.telegram.outbound;

import backtalk.telegram.api.CallResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Simplifies calls that Telegram refuses, so that no text is lost because of its emphasis, its
 * buttons or its forum topic. Each step leaves something out, so the steps end.
 */
final class SimplifiedCalls {

  /** Refusals that concern the chat or the text itself: no other form would be accepted. */
  private static final List<String> UNFIXABLE =
      List.of(
          "chat not found",
          "user not found",
          "PEER_ID_INVALID",
          "CHAT_WRITE_FORBIDDEN",
          "rights",
          "upgraded to a supergroup",
          "message text is empty",
          "message is too long");

  /** Refusals that concern the edit itself: the message is gone or too old. */
  private static final List<String> NOT_EDITABLE =
      List.of(
          "message is not modified",
          "message to edit not found",
          "message can't be edited",
          "message identifier",
          "MESSAGE_ID_INVALID");

  private static final List<String> TOPIC_GONE = List.of("thread", "TOPIC_");

  private static final List<String> ABOUT_BUTTONS = List.of("button", "BUTTON_", "keyboard");

  private SimplifiedCalls() {}

  /**
   * Returns a simpler message with the same text; empty if nothing can be left out or no form would
   * be accepted.
   */
  static Optional<SendMessage> of(SendMessage refused, CallResult.Refused refusal) {
    if (!mayConcernForm(refusal) || mentions(refusal, UNFIXABLE)) {
      return Optional.empty();
    } else if (refused.getMessageThreadId() != null && mentions(refusal, TOPIC_GONE)) {
      return Optional.of(outsideTopic(refused));
    } else if (mentions(refusal, ABOUT_BUTTONS) && hasStyles(refused)) {
      return Optional.of(withPlainButtons(refused));
    } else if (refused.getLinkPreviewOptions() != null) {
      return Optional.of(withoutFormatting(refused));
    }
    return isTextOnly(refused) ? Optional.empty() : Optional.of(textOnly(refused));
  }

  /** Returns a simpler edit with the same text; empty if a new message has to be sent instead. */
  static Optional<EditMessageText> of(EditMessageText refused, CallResult.Refused refusal) {
    if (!mayConcernForm(refusal)
        || mentions(refusal, NOT_EDITABLE)
        || refused.getLinkPreviewOptions() == null) {
      return Optional.empty();
    }
    return Optional.of(
        EditMessageText.builder()
            .chatId(refused.getChatId())
            .messageId(refused.getMessageId())
            .text(refused.getText())
            .replyMarkup(plain(refused.getReplyMarkup()))
            .build());
  }

  /**
   * Returns true if another form may be accepted. Refusals with other codes, such as 402, do not
   * depend on the form.
   */
  private static boolean mayConcernForm(CallResult.Refused refusal) {
    return switch (refusal.code()) {
      case 0, 400, 413 -> true;
      default -> false;
    };
  }

  private static boolean mentions(CallResult.Refused refusal, List<String> phrases) {
    return phrases.stream().anyMatch(refusal.description()::contains);
  }

  private static SendMessage outsideTopic(SendMessage refused) {
    SendMessage call = withPlainButtons(refused);
    call.setMessageThreadId(null);
    return call;
  }

  private static SendMessage withoutFormatting(SendMessage refused) {
    SendMessage call = textOnly(refused);
    call.setMessageThreadId(refused.getMessageThreadId());
    call.setReplyParameters(refused.getReplyParameters());
    call.setReplyMarkup(plain(refused.getReplyMarkup()));
    return call;
  }

  private static SendMessage withPlainButtons(SendMessage refused) {
    SendMessage call = withoutFormatting(refused);
    call.setEntities(refused.getEntities());
    call.setLinkPreviewOptions(refused.getLinkPreviewOptions());
    return call;
  }

  private static boolean hasStyles(SendMessage refused) {
    InlineKeyboardMarkup plain = plain(refused.getReplyMarkup());
    return plain != null && !plain.equals(refused.getReplyMarkup());
  }

  /** Returns the callback buttons and links of a keyboard, without their styles. */
  private static @Nullable InlineKeyboardMarkup plain(@Nullable ReplyKeyboard markup) {
    if (!(markup instanceof InlineKeyboardMarkup inline)) {
      return null;
    }
    List<InlineKeyboardRow> rows =
        inline.getKeyboard().stream()
            .map(row -> row.stream().filter(it -> it.getCopyText() == null))
            .map(row -> new InlineKeyboardRow(row.map(SimplifiedCalls::plain).toList()))
            .filter(row -> !row.isEmpty())
            .toList();
    return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
  }

  private static InlineKeyboardButton plain(InlineKeyboardButton styled) {
    return InlineKeyboardButton.builder()
        .text(styled.getText())
        .callbackData(styled.getCallbackData())
        .url(styled.getUrl())
        .build();
  }

  private static SendMessage textOnly(SendMessage refused) {
    return new SendMessage(refused.getChatId(), refused.getText());
  }

  private static boolean isTextOnly(SendMessage refused) {
    return refused.getReplyMarkup() == null
        && refused.getReplyParameters() == null
        && refused.getMessageThreadId() == null;
  }
}
