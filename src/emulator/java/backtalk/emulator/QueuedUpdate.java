package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Holds an update on its way to the bot. */
public final class QueuedUpdate {
  private final long id;
  private final Queue queue;
  private final ObjectNode json;

  /**
   * Names a queue: by webhook the updates of a queue are sent one after the other.
   *
   * @param taps true for the taps of the chat, which Telegram queues apart from its messages
   */
  public record Queue(long chat, boolean taps) {}

  QueuedUpdate(ObjectNode json) {
    long chat = Optional.ofNullable(json.findValue("chat")).map(QueuedUpdate::id).orElse(0L);
    this.id = json.path("update_id").asLong();
    this.queue = new Queue(chat, json.has("callback_query"));
    this.json = json;
  }

  private static long id(JsonNode chat) {
    return chat.path("id").asLong();
  }

  public long id() {
    return id;
  }

  public Queue queue() {
    return queue;
  }

  ObjectNode json() {
    return json;
  }
}
