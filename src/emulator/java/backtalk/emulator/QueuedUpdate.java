package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Holds an update on its way to the bot.
 *
 * @param queue by webhook the updates of a queue are sent one after the other
 */
public record QueuedUpdate(long id, Queue queue, ObjectNode json) {

  /**
   * Names a queue.
   *
   * @param taps true for the taps of the chat, which Telegram queues apart from its messages
   */
  public record Queue(long chat, boolean taps) {}

  static QueuedUpdate of(ObjectNode json) {
    long chat = Optional.ofNullable(json.findValue("chat")).map(QueuedUpdate::id).orElse(0L);
    return new QueuedUpdate(
        json.path("update_id").asLong(), new Queue(chat, json.has("callback_query")), json);
  }

  private static long id(JsonNode chat) {
    return chat.path("id").asLong();
  }
}
