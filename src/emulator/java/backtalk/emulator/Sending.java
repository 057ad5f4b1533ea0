package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Implements the methods for new messages, chat actions and callback answers. */
final class Sending {
  static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_CAPTION = 1024;
  private static final int LONGEST_ANSWER = 200;
  private static final Set<String> ACTIONS =
      Set.of(
          ("typing upload_photo record_video upload_video record_voice upload_voice"
                  + " upload_document choose_sticker find_location record_video_note"
                  + " upload_video_note")
              .split(" ", -1));

  private final TelegramState state;

  Sending(TelegramState state) {
    this.state = state;
  }

  List<Method> methods() {
    return List.of(
        Method.of(
            "sendMessage",
            this::sendMessage,
            "business_connection_id chat_id message_thread_id direct_messages_topic_id text "
                + "parse_mode entities link_preview_options disable_notification protect_content "
                + "allow_paid_broadcast message_effect_id suggested_post_parameters "
                + "reply_parameters reply_markup"),
        Method.of(
            "sendPhoto",
            this::sendPhoto,
            "business_connection_id chat_id message_thread_id direct_messages_topic_id photo "
                + "caption parse_mode caption_entities show_caption_above_media has_spoiler "
                + "disable_notification protect_content allow_paid_broadcast message_effect_id "
                + "suggested_post_parameters reply_parameters reply_markup"),
        Method.of(
            "sendChatAction",
            this::sendChatAction,
            "business_connection_id chat_id message_thread_id action"),
        Method.of(
            "answerCallbackQuery",
            this::answerCallbackQuery,
            "callback_query_id text show_alert url cache_time"));
  }

  static Formatted text(Parameters asked) {
    JsonNode entities = asked.json("entities");
    Formatted text = Formatted.of(asked.text("text"), asked.text("parse_mode"), entities);
    if (text.text().isEmpty()) {
      throw Refusal.bad("message text is empty");
    }
    if (text.text().length() > LONGEST_TEXT) {
      throw Refusal.bad("message is too long");
    }
    return text;
  }

  private JsonNode sendMessage(Parameters asked) {
    return state.monitor.change(() -> send(state.addressed(asked), asked));
  }

  private JsonNode sendPhoto(Parameters asked) {
    return state.monitor.change(() -> photo(state.addressed(asked), asked));
  }

  private JsonNode photo(ChatState chat, Parameters asked) {
    JsonNode entities = asked.json("caption_entities");
    Formatted caption = Formatted.of(asked.text("caption"), asked.text("parse_mode"), entities);
    if (caption.text().length() > LONGEST_CAPTION) {
      throw Refusal.bad("message caption is too long");
    }
    ObjectNode content = Json.object();
    content.set("photo", state.photos.sizes(asked.values().path("photo")));
    if (!caption.text().isEmpty()) {
      content.put("caption", caption.text());
    }
    setIfAny(content, "caption_entities", caption.entities());
    return keep(chat, asked, content);
  }

  private JsonNode send(ChatState chat, Parameters asked) {
    Formatted text = text(asked);
    ObjectNode content = Json.object().put("text", text.text());
    setIfAny(content, "entities", text.entities());
    setIfAny(content, "link_preview_options", asked.json("link_preview_options"));
    return keep(chat, asked, content);
  }

  private JsonNode keep(ChatState chat, Parameters asked, ObjectNode content) {
    JsonNode markup = asked.json("reply_markup");
    content.set("from", BotAccount.user());
    setIfAny(content, "reply_markup", Keyboards.inline(markup));
    reply(chat, asked).ifPresent(to -> content.set("reply_to_message", to.json()));
    thread(chat, asked, content);
    replyKeyboard(chat, markup);
    TelegramMessage sent = state.keep(chat, content);
    chat.note(() -> BotAccount.NAME + ": " + sent.shown());
    return sent.json();
  }

  private static void replyKeyboard(ChatState chat, JsonNode markup) {
    if (markup.has("keyboard") || markup.has("remove_keyboard")) {
      chat.replyKeyboard = Keyboards.reply(markup);
    }
  }

  private static void setIfAny(ObjectNode content, String field, JsonNode value) {
    if (!value.isEmpty()) {
      content.set(field, value);
    }
  }

  private static Optional<TelegramMessage> reply(ChatState chat, Parameters asked) {
    JsonNode reply = asked.json("reply_parameters");
    if (reply.isMissingNode()) {
      return Optional.empty();
    }
    Optional<TelegramMessage> to = chat.present(reply.path("message_id").asLong());
    if (to.isEmpty() && !reply.path("allow_sending_without_reply").asBoolean()) {
      throw Refusal.bad("message to be replied not found");
    }
    return to;
  }

  private static void thread(ChatState chat, Parameters asked, ObjectNode content) {
    long thread = asked.number("message_thread_id", 0);
    if (thread == 0) {
      return;
    }
    if (!chat.topics().contains(thread)) {
      throw Refusal.bad("message thread not found");
    }
    content.put("message_thread_id", thread).put("is_topic_message", true);
  }

  private JsonNode sendChatAction(Parameters asked) {
    state.monitor.run(() -> state.addressed(asked));
    if (!ACTIONS.contains(asked.text("action"))) {
      throw Refusal.bad("wrong parameter action in request");
    }
    return BooleanNode.TRUE;
  }

  private JsonNode answerCallbackQuery(Parameters asked) {
    String text = asked.text("text");
    if (text.length() > LONGEST_ANSWER) {
      throw Refusal.bad("MESSAGE_TOO_LONG");
    }
    state.monitor.run(
        () -> {
          String id = asked.text("callback_query_id");
          note(state.callbacks.answer(id, text, asked.flag("show_alert")));
        });
    return BooleanNode.TRUE;
  }

  private void note(Callback answered) {
    if (answered.hasToast()) {
      String how = answered.alert() ? "(box) " : "(toast) ";
      state
          .chat(answered.place().chatId())
          .ifPresent(chat -> chat.note(() -> "  " + how + answered.toast()));
    }
  }
}
