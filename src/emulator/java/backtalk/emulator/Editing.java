package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** Implements the methods that edit and delete messages. */
final class Editing {
  private static final String NOT_MODIFIED =
      "message is not modified: specified new message content and reply markup are exactly the"
          + " same as a current content and reply markup of the message";

  private final TelegramState state;

  Editing(TelegramState state) {
    this.state = state;
  }

  List<Method> methods() {
    return List.of(
        Method.of(
            "editMessageText",
            asked -> edit(asked, json -> withText(json, asked)),
            "business_connection_id chat_id message_id inline_message_id text parse_mode "
                + "entities link_preview_options reply_markup"),
        Method.of(
            "editMessageReplyMarkup",
            asked -> edit(asked, json -> withMarkup(json, asked)),
            "business_connection_id chat_id message_id inline_message_id reply_markup"),
        Method.of("deleteMessage", this::delete, "chat_id message_id"));
  }

  private JsonNode edit(Parameters asked, UnaryOperator<ObjectNode> change) {
    return state.monitor.change(
        () -> {
          ChatState chat = state.addressed(asked);
          TelegramMessage before = editable(chat, asked);
          ObjectNode json = change.apply(Json.copy(before.json()));
          if (json.equals(before.json())) {
            throw Refusal.bad(NOT_MODIFIED);
          }
          TelegramMessage after = state.rewrite(chat, json);
          chat.note(() -> BotAccount.NAME + " (edits): " + after.shown());
          return after.json();
        });
  }

  private static TelegramMessage editable(ChatState chat, Parameters asked) {
    TelegramMessage message =
        chat.present(identifier(asked)).orElseThrow(() -> Refusal.bad("message to edit not found"));
    if (!message.fromBot() || message.frozen()) {
      throw Refusal.bad("message can't be edited");
    }
    return message;
  }

  private static long identifier(Parameters asked) {
    long id = asked.number("message_id", 0);
    if (id == 0) {
      throw Refusal.bad("message identifier is not specified");
    }
    return id;
  }

  private static ObjectNode withText(ObjectNode json, Parameters asked) {
    if (!json.has("text")) {
      throw Refusal.bad("there is no text in the message to edit");
    }
    Formatted text = Sending.text(asked);
    json.put("text", text.text());
    replace(json, "entities", text.entities());
    if (asked.has("link_preview_options")) {
      replace(json, "link_preview_options", asked.json("link_preview_options"));
    }
    return withMarkup(json, asked);
  }

  private static ObjectNode withMarkup(ObjectNode json, Parameters asked) {
    replace(json, "reply_markup", Keyboards.inline(asked.json("reply_markup")));
    return json;
  }

  private static void replace(ObjectNode json, String field, JsonNode value) {
    if (value.isEmpty()) {
      json.remove(field);
    } else {
      json.set(field, value);
    }
  }

  private JsonNode delete(Parameters asked) {
    state.monitor.run(
        () -> {
          ChatState chat = state.addressed(asked);
          TelegramMessage message =
              chat.present(identifier(asked))
                  .orElseThrow(() -> Refusal.bad("message to delete not found"));
          chat.put(message.asDeleted());
          chat.note(() -> BotAccount.NAME + " (deletes): " + message.text());
        });
    return BooleanNode.TRUE;
  }
}
