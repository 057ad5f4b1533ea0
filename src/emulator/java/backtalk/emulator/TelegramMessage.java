package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds one version of a message; an edit makes a new version with the same id.
 *
 * @param json Telegram's own form of it; must not be changed
 * @param deleted true when it was deleted
 * @param frozen true when Telegram refuses to edit it
 * @param revision grows with every message and edit of the emulator
 */
public record TelegramMessage(ObjectNode json, boolean deleted, boolean frozen, long revision) {

  /** Returns the id, which is unique over all chats. */
  public long id() {
    return json.path("message_id").asLong();
  }

  /** Returns the plain text or caption without markup; "" when it has none. */
  public String text() {
    return json.path("text").asText(json.path("caption").asText(""));
  }

  /** Returns true when the bot under test sent it. */
  public boolean fromBot() {
    return json.path("from").path("id").asLong() == BotAccount.ID;
  }

  /** Returns true when it was edited after it was sent. */
  public boolean edited() {
    return json.has("edit_date");
  }

  /** Returns the rows of inline buttons, top to bottom. */
  public List<List<TelegramButton>> rows() {
    JsonNode keyboard = json.path("reply_markup").path("inline_keyboard");
    return Json.each(keyboard).map(row -> Json.each(row).map(TelegramButton::of).toList()).toList();
  }

  /** Returns all inline buttons in reading order. */
  public List<TelegramButton> buttons() {
    return rows().stream().flatMap(List::stream).toList();
  }

  /** Returns all labels in reading order. */
  public List<String> labels() {
    return buttons().stream().map(TelegramButton::label).toList();
  }

  /** Returns the entities: type, offset and length in UTF-16 units. */
  public List<JsonNode> entities() {
    return Json.each(json.path(json.has("photo") ? "caption_entities" : "entities")).toList();
  }

  /** Returns the file id of its photo; "" when it has none. */
  public String photo() {
    JsonNode sizes = json.path("photo");
    return sizes.path(sizes.size() - 1).path("file_id").asText("");
  }

  /** Returns the id of the message that it replies to, or 0. */
  public long replyTo() {
    return json.path("reply_to_message").path("message_id").asLong();
  }

  /** Returns the id of its topic, or 0. */
  public long thread() {
    return json.path("message_thread_id").asLong();
  }

  /** Returns text and buttons as a person reads them. */
  public String shown() {
    String rows = rows().stream().map(TelegramMessage::shown).collect(Collectors.joining());
    return text() + rows;
  }

  private static String shown(List<TelegramButton> row) {
    return row.stream()
        .map(TelegramButton::toString)
        .collect(Collectors.joining(" ", "\n    ", ""));
  }

  TelegramMessage asDeleted() {
    return new TelegramMessage(json, true, frozen, revision);
  }

  TelegramMessage asFrozen() {
    return new TelegramMessage(json, deleted, true, revision);
  }
}
