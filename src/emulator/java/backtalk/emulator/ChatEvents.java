package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies a person's actions to a chat, and queues the updates that the bot receives. */
final class ChatEvents {
  static final long NO_TOPIC = 0;

  private final TelegramState state;
  private final ChatState chat;

  ChatEvents(TelegramState state, ChatState chat) {
    this.state = state;
    this.chat = chat;
  }

  /** Returns the content of a typed message, with entities for commands and mentions. */
  static ObjectNode text(String text) {
    if (text.length() > Sending.LONGEST_TEXT) {
      throw new IllegalArgumentException("Telegram's apps split texts over 4096");
    }
    ObjectNode content = Json.object().put("text", text);
    ArrayNode entities = Entities.typed(text);
    return entities.isEmpty() ? content : content.set("entities", entities);
  }

  static ObjectNode replyTo(TelegramMessage message, ObjectNode content) {
    return content.set("reply_to_message", message.json());
  }

  static ObjectNode inTopic(long topic, ObjectNode content) {
    return topic == NO_TOPIC
        ? content
        : content.put("message_thread_id", topic).put("is_topic_message", true);
  }

  /** Puts a message into the chat and queues its update. */
  TelegramMessage write(String kind, ObjectNode content) {
    return state.monitor.change(
        () -> {
          requireOpen();
          TelegramMessage message = state.keep(chat, content);
          chat.note(() -> senderName(message.json()) + ": " + shownText(message));
          state.updates.post(kind, message.json());
          return message;
        });
  }

  TelegramMessage edit(String kind, long messageId, String text) {
    return state.monitor.change(
        () -> {
          ObjectNode json = Json.copy(chat.message(messageId).orElseThrow().json());
          json.remove("entities");
          TelegramMessage edited = state.rewrite(chat, json.setAll(text(text)));
          chat.note(() -> senderName(json) + " (edits): " + text);
          state.updates.post(kind, edited.json());
          return edited;
        });
  }

  /** Presses a button. The message need not exist, and the data may be forged. */
  Callback press(JsonNode user, long messageId, String data) {
    return press(user, messageId, data, UnaryOperator.identity());
  }

  /** Presses a button in a message that Telegram does not show to the bot. */
  Callback pressUnseen(JsonNode user, String data) {
    return press(
        user, 0, data, query -> query.put("inline_message_id", "AgAAAF").without("message"));
  }

  private Callback press(
      JsonNode user, long messageId, String data, UnaryOperator<ObjectNode> change) {
    return state.monitor.change(
        () -> {
          requireOpen();
          Callback pressed = state.callbacks.press(new Callback.Place(chat.id(), messageId), data);
          Optional<TelegramMessage> on = chat.message(messageId);
          chat.note(() -> name(user) + " presses " + button(on, pressed));
          state.updates.post("callback_query", change.apply(query(user, on, pressed)));
          return pressed;
        });
  }

  /** Queues the update for a bot that was blocked, unblocked, added or removed. */
  void member(JsonNode user, boolean blocks) {
    state.monitor.run(
        () -> {
          chat.blocked = blocks;
          chat.note(() -> name(user) + (blocks ? " blocks" : " unblocks"));
          state.updates.post("my_chat_member", membership(user, blocks));
        });
  }

  /** Returns the button's label, or the data when the message has no such button. */
  private static String button(Optional<TelegramMessage> on, Callback pressed) {
    return on.stream()
        .flatMap(message -> message.buttons().stream())
        .filter(button -> button.data().equals(pressed.data()))
        .map(TelegramButton::toString)
        .findFirst()
        .orElse("\"" + pressed.data() + "\" on #" + pressed.place().messageId());
  }

  private ObjectNode query(JsonNode user, Optional<TelegramMessage> on, Callback pressed) {
    ObjectNode query = Json.object().put("id", pressed.id());
    query.set("from", user);
    query.set(
        "message",
        on.map(TelegramMessage::json).orElseGet(() -> inaccessible(pressed.place().messageId())));
    return query.put("chat_instance", "-" + chat.id()).put("data", pressed.data());
  }

  /** Returns Telegram's form of a message that is no longer accessible. */
  private ObjectNode inaccessible(long messageId) {
    ObjectNode message = Json.object().put("message_id", messageId).put("date", 0);
    return message.set("chat", chat.json());
  }

  private ObjectNode membership(JsonNode user, boolean blocks) {
    String in = "member";
    String out = "kicked";
    ObjectNode change = Json.object().put("date", Instant.now().getEpochSecond());
    change.set("chat", chat.json());
    change.set("from", user);
    change.set("old_chat_member", status(blocks ? in : out));
    return change.set("new_chat_member", status(blocks ? out : in));
  }

  private static ObjectNode status(String status) {
    ObjectNode member = Json.object().put("status", status);
    if (status.equals("kicked")) {
      member.put("until_date", 0);
    }
    return member.set("user", BotAccount.user());
  }

  private void requireOpen() {
    if (chat.blocked) {
      throw new IllegalStateException("A person who blocked the bot cannot write to it");
    }
  }

  private static String senderName(JsonNode json) {
    return name(json.has("from") ? json.path("from") : json.path("sender_chat"));
  }

  private static String name(JsonNode sender) {
    return sender.path("first_name").asText(sender.path("title").asText());
  }

  private static String shownText(TelegramMessage message) {
    return message.text().isEmpty() ? "(no text)" : message.text();
  }
}
