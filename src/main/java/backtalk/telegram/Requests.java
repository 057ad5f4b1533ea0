package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Outgoing;
import backtalk.dialogue.Text;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** Messages as calls of the Bot API. */
final class Requests {

  private Requests() {}

  /** The calls that send a message anew, in order; buttons hang under the last. */
  static List<SendMessage> sending(Outgoing outgoing, OptionalLong replyTo) {
    List<Text> parts = Parts.of(outgoing.message().text());
    List<SendMessage> calls = new ArrayList<>();
    parts.forEach(part -> calls.add(posting(outgoing, part)));
    replyTo.ifPresent(message -> calls.getFirst().setReplyParameters(reply(message)));
    Keyboards.of(outgoing.message().rows()).ifPresent(calls.getLast()::setReplyMarkup);
    return calls;
  }

  /** A few words outside of any dialogue. */
  static SendMessage remark(ChatId chat, String words) {
    return posting(chat, Text.of(words));
  }

  /** The same in its place in a group. */
  static SendMessage remark(ChatId chat, Arrival.Place place, String words) {
    SendMessage call = remark(chat, words);
    place.replyTo().ifPresent(message -> call.setReplyParameters(reply(message)));
    place.thread().ifPresent(thread -> call.setMessageThreadId(Math.toIntExact(thread)));
    return call;
  }

  /** The call that puts a message in the place of another; without buttons it takes them off. */
  static EditMessageText rewriting(Outgoing outgoing, long message) {
    Text text = Parts.of(outgoing.message().text()).getFirst();
    EditMessageText call =
        EditMessageText.builder()
            .chatId(chat(outgoing.chat()))
            .messageId(Math.toIntExact(message))
            .text(text.plain())
            .entities(Entities.of(text))
            .linkPreviewOptions(noPreview())
            .build();
    Keyboards.of(outgoing.message().rows()).ifPresent(call::setReplyMarkup);
    return call;
  }

  /** The call that takes the buttons off a message. */
  static BotApiMethod<Serializable> takingButtons(Outgoing outgoing, long message) {
    EditMessageReplyMarkup call = new EditMessageReplyMarkup();
    call.setChatId(chat(outgoing.chat()));
    call.setMessageId(Math.toIntExact(message));
    return call;
  }

  private static SendMessage posting(Outgoing outgoing, Text part) {
    SendMessage call = posting(outgoing.chat(), part);
    outgoing.thread().ifPresent(thread -> call.setMessageThreadId(Math.toIntExact(thread)));
    return call;
  }

  private static SendMessage posting(ChatId chat, Text text) {
    SendMessage call = new SendMessage(chat(chat), text.plain());
    call.setEntities(Entities.of(text));
    call.setLinkPreviewOptions(noPreview());
    return call;
  }

  /** A question that was deleted meanwhile is answered all the same. */
  private static ReplyParameters reply(long message) {
    return ReplyParameters.builder()
        .messageId(Math.toIntExact(message))
        .allowSendingWithoutReply(true)
        .build();
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private static String chat(ChatId chat) {
    return Long.toString(chat.value());
  }
}
