package backtalk.telegram.outbound;

import backtalk.dialogue.Button;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.ports.OutboxMessage;
import backtalk.telegram.parsing.ParsedUpdate;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Builds calls of the Bot API from messages. */
public final class ApiRequests {

  private static final String URL_PREFIX = "https://";

  private ApiRequests() {}

  /** Returns the calls that send a new message, in order. The buttons are under the last part. */
  public static List<SendMessage> sendMessages(OutboxMessage outgoing, OptionalLong replyTo) {
    List<FormattedText> parts = MessageSplitter.of(outgoing.message().text());
    List<SendMessage> calls = new ArrayList<>();
    parts.forEach(part -> calls.add(message(outgoing, part)));
    replyTo.ifPresent(message -> calls.getFirst().setReplyParameters(reply(message)));
    keyboard(outgoing.message().rows()).ifPresent(calls.getLast()::setReplyMarkup);
    return calls;
  }

  /** Returns a message that belongs to no dialogue, in its place in a group. */
  public static SendMessage standaloneText(ChatId chat, ParsedUpdate.Place place, String text) {
    SendMessage call = message(chat, FormattedText.of(text));
    place.replyTo().ifPresent(message -> call.setReplyParameters(reply(message)));
    place.thread().ifPresent(thread -> call.setMessageThreadId(Math.toIntExact(thread)));
    return call;
  }

  public static EditMessageText editMessage(OutboxMessage outgoing, long message) {
    EditMessageText call = editText(outgoing.chat(), message, outgoing.message().text());
    keyboard(outgoing.message().rows()).ifPresent(call::setReplyMarkup);
    return call;
  }

  /**
   * Returns the call that removes the buttons of a message.
   *
   * @param answered the text that the message gets; empty to keep its own
   */
  public static BotApiMethod<? extends Serializable> closeQuestion(
      ChatId chat, long message, Optional<FormattedText> answered) {
    return answered.isPresent()
        ? editText(chat, message, answered.get())
        : EditMessageReplyMarkup.builder()
            .chatId(chat(chat))
            .messageId(Math.toIntExact(message))
            .build();
  }

  /** Returns an edit of a text. It removes the buttons, unless the caller adds some. */
  private static EditMessageText editText(ChatId chat, long message, FormattedText whole) {
    FormattedText text = MessageSplitter.of(whole).getFirst();
    return EditMessageText.builder()
        .chatId(chat(chat))
        .messageId(Math.toIntExact(message))
        .text(text.plain())
        .entities(entities(text))
        .linkPreviewOptions(noPreview())
        .build();
  }

  private static SendMessage message(OutboxMessage outgoing, FormattedText part) {
    SendMessage call = message(outgoing.chat(), part);
    outgoing.thread().ifPresent(thread -> call.setMessageThreadId(Math.toIntExact(thread)));
    return call;
  }

  private static SendMessage message(ChatId chat, FormattedText text) {
    SendMessage call = new SendMessage(chat(chat), text.plain());
    call.setEntities(entities(text));
    call.setLinkPreviewOptions(noPreview());
    return call;
  }

  /** Replies even if the message was deleted meanwhile. */
  private static ReplyParameters reply(long message) {
    return ReplyParameters.builder()
        .messageId(Math.toIntExact(message))
        .allowSendingWithoutReply(true)
        .build();
  }

  static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private static String chat(ChatId chat) {
    return Long.toString(chat.value());
  }

  /** Returns the keyboard under a message; empty if it has no button. */
  static Optional<InlineKeyboardMarkup> keyboard(List<List<Button>> rows) {
    List<InlineKeyboardRow> keyboard =
        rows.stream()
            .filter(row -> !row.isEmpty())
            .map(row -> new InlineKeyboardRow(row.stream().map(ApiRequests::button).toList()))
            .toList();
    return keyboard.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(keyboard));
  }

  /**
   * Makes a link of a button whose data is a URL, and a callback button of any other that does not
   * copy.
   */
  private static InlineKeyboardButton button(Button button) {
    InlineKeyboardButton made = new InlineKeyboardButton(button.label());
    if (button.copies()) {
      made.setCopyText(new CopyTextButton(button.data()));
      return made;
    }
    button.kind().ifPresent(kind -> made.setStyle(kind.name().toLowerCase(Locale.ROOT)));
    if (button.data().startsWith(URL_PREFIX)) {
      made.setUrl(button.data());
    } else {
      made.setCallbackData(button.data());
    }
    return made;
  }

  /** Converts emphasis to entities, with which nothing in a text needs to be escaped. */
  static List<MessageEntity> entities(FormattedText text) {
    return text.marks().stream()
        .map(mark -> new MessageEntity(type(mark.style()), mark.offset(), mark.length()))
        .toList();
  }

  private static String type(FormattedText.Style style) {
    return switch (style) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case QUOTE -> "expandable_blockquote";
    };
  }
}
