package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as it stood at one moment; an edit makes a new value under the same id.
 *
 * @param json Telegram's own form of it; not to be changed
 * @param deleted whether the person deleted it
 * @param frozen whether Telegram refuses to edit it
 * @param revision grows with every message and edit of the emulator
 */
public record Message(ObjectNode json, boolean deleted, boolean frozen, long revision) {

  /** The id, one count for all chats. */
  public long id() {
    return json.path("message_id").asLong();
  }

  /** The plain text or caption, markup taken away; "" when it has none. */
  public String text() {
    return json.path("text").asText(json.path("caption").asText(""));
  }

  /** Whether the bot under test wrote it. */
  public boolean fromBot() {
    return json.path("from").path("id").asLong() == Bot.ID;
  }

  /** Whether it was edited after it was sent. */
  public boolean edited() {
    return json.has("edit_date");
  }

  /** The rows of inline buttons, top to bottom. */
  public List<List<Button>> rows() {
    JsonNode keyboard = json.path("reply_markup").path("inline_keyboard");
    return Json.each(keyboard).map(row -> Json.each(row).map(Button::of).toList()).toList();
  }

  /** All inline buttons in reading order. */
  public List<Button> buttons() {
    return rows().stream().flatMap(List::stream).toList();
  }

  /** All labels in reading order. */
  public List<String> labels() {
    return buttons().stream().map(Button::label).toList();
  }

  /** The entities, as Telegram keeps them: type, offset, length in UTF-16 units. */
  public List<JsonNode> entities() {
    return Json.each(json.path("entities")).toList();
  }

  /** The id of the message it replies to, or 0. */
  public long replyTo() {
    return json.path("reply_to_message").path("message_id").asLong();
  }

  /** The forum topic, or 0. */
  public long thread() {
    return json.path("message_thread_id").asLong();
  }

  /** Text and buttons as a person reads them. */
  public String shown() {
    String rows = rows().stream().map(Message::shown).collect(Collectors.joining());
    return text() + rows;
  }

  private static String shown(List<Button> row) {
    return row.stream().map(Button::toString).collect(Collectors.joining(" ", "\n    ", ""));
  }

  Message asDeleted() {
    return new Message(json, true, frozen, revision);
  }

  Message asFrozen() {
    return new Message(json, deleted, true, revision);
  }
}
