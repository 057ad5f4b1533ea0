package backtalk.telegram.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Extracts the indispensable parts of an update: the text, the user and the chat. It replaces an
 * update that holds something the library cannot read.
 */
final class UpdateExcerpt {

  private static final List<String> TEXT_FIELDS =
      List.of("text", "caption", "media_group_id", "message_thread_id", "is_topic_message");

  /** An arbitrary date. Only 0 would matter, which marks messages that Telegram does not show. */
  private static final int SOME_DATE = 1;

  private UpdateExcerpt() {}

  /** Returns the excerpt, without the parts that the update lacks. */
  static JsonNode of(JsonNode update) {
    ObjectNode excerpt = object();
    copy("update_id", update, excerpt);
    for (String kind : List.of("message", "edited_message")) {
      if (update.path(kind).isObject()) {
        excerpt.set(kind, message(update.path(kind)));
      }
    }
    if (update.path("callback_query").isObject()) {
      excerpt.set("callback_query", tap(update.path("callback_query")));
    }
    return excerpt;
  }

  private static ObjectNode tap(JsonNode query) {
    ObjectNode tap = object();
    copy("id", query, tap);
    copy("data", query, tap);
    tap.set("from", person(query.path("from")));
    if (query.path("message").isObject()) {
      tap.set("message", message(query.path("message")));
    }
    return tap;
  }

  private static ObjectNode message(JsonNode message) {
    ObjectNode excerpt = object().put("date", SOME_DATE);
    excerpt.put("message_id", number(message.path("message_id")));
    excerpt.set("chat", chat(message.path("chat")));
    TEXT_FIELDS.stream()
        .filter(field -> isPlain(message.path(field)))
        .forEach(field -> copy(field, message, excerpt));
    excerpt.set("entities", entities(message.path("entities")));
    excerpt.set("caption_entities", entities(message.path("caption_entities")));
    addOrigin(message, excerpt);
    return excerpt;
  }

  /** Copies the author, the sender chat, the origin of a forward, and the message replied to. */
  private static void addOrigin(JsonNode message, ObjectNode excerpt) {
    if (message.path("from").isObject()) {
      excerpt.set("from", person(message.path("from")));
    }
    if (message.path("sender_chat").isObject()) {
      excerpt.set("sender_chat", chat(message.path("sender_chat")));
    }
    if (message.has("forward_origin") || message.has("forward_date")) {
      excerpt.put("forward_date", SOME_DATE);
    }
    JsonNode to = message.path("reply_to_message");
    if (to.isObject() && !to.has("forum_topic_created")) {
      excerpt.set("reply_to_message", message(to));
    }
  }

  private static ArrayNode entities(JsonNode entities) {
    ArrayNode excerpt = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entity : entities) {
      ObjectNode one = excerpt.addObject().put("type", entity.path("type").asText());
      one.put("offset", number(entity.path("offset")));
      one.put("length", number(entity.path("length")));
      if (entity.path("user").isObject()) {
        one.set("user", person(entity.path("user")));
      }
    }
    return excerpt;
  }

  private static ObjectNode person(JsonNode user) {
    ObjectNode person = object().put("first_name", "");
    person.put("is_bot", user.path("is_bot").asBoolean());
    copy("id", user, person);
    return person;
  }

  private static ObjectNode chat(JsonNode chat) {
    ObjectNode excerpt = object().put("type", chat.path("type").asText());
    copy("id", chat, excerpt);
    return excerpt;
  }

  private static void copy(String field, JsonNode from, ObjectNode to) {
    if (from.has(field)) {
      to.set(field, from.path(field));
    }
  }

  /** Returns a number that the library can hold, or 0, which is the id of no message. */
  private static int number(JsonNode number) {
    return number.canConvertToInt() ? number.asInt() : 0;
  }

  private static boolean isPlain(JsonNode value) {
    return value.isTextual() || value.isBoolean() || (value.isInt() && value.asInt() > 0);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
