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
  private static final List<String> HOPELESS =
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

  private static final List<String> NO_TOPIC = List.of("thread", "TOPIC_");

  private SimplifiedCalls() {}

  /** The same words in a plainer message; empty where nothing can be left out, or it is no use. */
  static Optional<SendMessage> of(SendMessage refused, CallResult.Refused why) {
    if (!isForm(why) || says(why, HOPELESS)) {
      return Optional.empty();
    } else if (refused.getMessageThreadId() != null && says(why, NO_TOPIC)) {
      return Optional.of(outsideTopic(refused));
    } else if (refused.getLinkPreviewOptions() != null) {
      return Optional.of(plain(refused));
    }
    return isTextAlone(refused) ? Optional.empty() : Optional.of(textAlone(refused));
  }

  /** The same words in a plainer change; empty where a new message is to be sent instead. */
  static Optional<EditMessageText> of(EditMessageText refused, CallResult.Refused why) {
    if (!isForm(why) || says(why, NOT_EDITABLE) || refused.getLinkPreviewOptions() == null) {
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
  private static boolean isForm(CallResult.Refused why) {
    return switch (why.code()) {
      case 0, 400, 413 -> true;
      default -> false;
    };
  }

  private static boolean says(CallResult.Refused why, List<String> words) {
    return words.stream().anyMatch(why.description()::contains);
  }

  private static SendMessage outsideTopic(SendMessage refused) {
    SendMessage call = plain(refused);
    call.setEntities(refused.getEntities());
    call.setLinkPreviewOptions(refused.getLinkPreviewOptions());
    call.setMessageThreadId(null);
    return call;
  }

  private static SendMessage plain(SendMessage refused) {
    SendMessage call = textAlone(refused);
    call.setMessageThreadId(refused.getMessageThreadId());
    call.setReplyParameters(refused.getReplyParameters());
    call.setReplyMarkup(refused.getReplyMarkup());
    return call;
  }

  private static SendMessage textAlone(SendMessage refused) {
    return new SendMessage(refused.getChatId(), refused.getText());
  }

  private static boolean isTextAlone(SendMessage refused) {
    return refused.getReplyMarkup() == null
        && refused.getReplyParameters() == null
        && refused.getMessageThreadId() == null;
  }
}
