package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the state of the emulated Telegram, independent of the bot's process. */
final class TelegramState {
  final Monitor monitor = new Monitor();
  final Updates updates = new Updates();
  final Callbacks callbacks = new Callbacks();
  final Bot bot = new Bot();
  final Calls calls = new Calls(monitor);

  private final Map<Long, Chat> chats = new LinkedHashMap<>();
  private long lastMessage = 100;
  private long revision;

  /** True when answers contain a field of a later version of the Bot API. */
  volatile boolean newer;

  Chat open(ObjectNode json) {
    Chat chat = new Chat(json);
    if (chats.putIfAbsent(chat.id(), chat) != null) {
      throw new IllegalStateException("There is already a chat with the id " + chat.id());
    }
    return chat;
  }

  /** Finds a chat by id or by {@code @username}. */
  Optional<Chat> chat(String idOrName) {
    return chats.values().stream()
        .filter(
            chat ->
                Long.toString(chat.id()).equals(idOrName)
                    || ("@" + chat.json().path("username").asText("?")).equals(idOrName))
        .findFirst();
  }

  /** Finds a chat by id. */
  Optional<Chat> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  /** Stores a new message with its id and date. */
  Message keep(Chat chat, ObjectNode content) {
    ObjectNode json = Json.object().put("message_id", ++lastMessage);
    json.put("date", now()).set("chat", chat.json());
    json.setAll(content);
    return store(chat, json);
  }

  /** Replaces a message by its edited form. */
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
