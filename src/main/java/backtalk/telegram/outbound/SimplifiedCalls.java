package backtalk.telegram.outbound;

import backtalk.telegram.api.CallResult;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/**
 * Makes plainer calls out of those that Telegram refuses, so that no words are lost for their
 * emphasis, their buttons or their topic. Each step leaves something out: there is an end to it.
 */
final class SimplifiedCalls {

  /** Refusals of the chat or of the words themselves: no other form would be taken. */
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

  /** Refusals of the change itself: the message is there no more, or too old. */
  private static final List<String> NOT_EDITABLE =
      List.of(
          "message is not modified",
          "message to edit not found",
          "message can't be edited",
          "message identifier",
          "MESSAGE_ID_INVALID");

  private static final List<String> TOPIC_GONE = List.of("thread", "TOPIC_");

  private SimplifiedCalls() {}

  /** The same words in a plainer message; empty where nothing can be left out, or it is no use. */
  static Optional<SendMessage> of(SendMessage refused, CallResult.Refused why) {
    if (!mayConcernForm(why) || mentions(why, UNFIXABLE)) {
      return Optional.empty();
    } else if (refused.getMessageThreadId() != null && mentions(why, TOPIC_GONE)) {
      return Optional.of(outsideTopic(refused));
    } else if (refused.getLinkPreviewOptions() != null) {
      return Optional.of(withoutFormatting(refused));
    }
    return isTextOnly(refused) ? Optional.empty() : Optional.of(textOnly(refused));
  }

  /** The same words in a plainer change; empty where a new message is to be sent instead. */
  static Optional<EditMessageText> of(EditMessageText refused, CallResult.Refused why) {
    if (!mayConcernForm(why)
        || mentions(why, NOT_EDITABLE)
        || refused.getLinkPreviewOptions() == null) {
      return Optional.empty();
    }
    return Optional.of(
        EditMessageText.builder()
            .chatId(refused.getChatId())
            .messageId(refused.getMessageId())
            .text(refused.getText())
            .replyMarkup(refused.getReplyMarkup())
            .build());
  }

  /** Payment and the like are refused whatever the form. */
  private static boolean mayConcernForm(CallResult.Refused why) {
    return switch (why.code()) {
      case 0, 400, 413 -> true;
      default -> false;
    };
  }

  private static boolean mentions(CallResult.Refused why, List<String> words) {
    return words.stream().anyMatch(why.description()::contains);
  }

  private static SendMessage outsideTopic(SendMessage refused) {
    SendMessage call = withoutFormatting(refused);
    call.setEntities(refused.getEntities());
    call.setLinkPreviewOptions(refused.getLinkPreviewOptions());
    call.setMessageThreadId(null);
    return call;
  }

  private static SendMessage withoutFormatting(SendMessage refused) {
    SendMessage call = textOnly(refused);
    call.setMessageThreadId(refused.getMessageThreadId());
    call.setReplyParameters(refused.getReplyParameters());
    call.setReplyMarkup(refused.getReplyMarkup());
    return call;
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
