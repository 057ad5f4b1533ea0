package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that Telegram remembers. It outlives the bot's process. */
final class World {
  final Monitor monitor = new Monitor();
  final Updates updates = new Updates();
  final Callbacks callbacks = new Callbacks();
  final Bot bot = new Bot();
  final Calls calls = new Calls(monitor);

  private final Map<Long, Chat> chats = new LinkedHashMap<>();
  private long lastMessage = 100;
  private long revision;

  /** Whether answers hold fields that a later version of the Bot API added. */
  volatile boolean newer;

  Chat open(ObjectNode json) {
    Chat chat = new Chat(json);
    if (chats.putIfAbsent(chat.id(), chat) != null) {
      throw new IllegalStateException("There is already a chat with the id " + chat.id());
    }
    return chat;
  }

  /** Finds by id or by {@code @username}. */
  Optional<Chat> chat(String idOrName) {
    return chats.values().stream()
        .filter(
            chat ->
                Long.toString(chat.id()).equals(idOrName)
                    || ("@" + chat.json().path("username").asText("?")).equals(idOrName))
        .findFirst();
  }

  /** Looks up by id without a walk over all chats. */
  Optional<Chat> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  /** Gives a new message its id and date, and keeps it. */
  Message keep(Chat chat, ObjectNode content) {
    ObjectNode json = Json.object().put("message_id", ++lastMessage);
    json.put("date", now()).set("chat", chat.json());
    json.setAll(content);
    return store(chat, json);
  }

  /** Puts an edited form in the place of the earlier one. */
  Message rewrite(Chat chat, ObjectNode json) {
    return store(chat, json.put("edit_date", now()));
  }

  long revision() {
    return revision;
  }

  private Message store(Chat chat, ObjectNode json) {
    Message message = new Message(json, false, false, ++revision);
    chat.put(message);
    return message;
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
