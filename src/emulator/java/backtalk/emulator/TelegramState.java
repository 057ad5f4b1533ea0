package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Holds the state of the emulated Telegram, independent of the bot's process. */
final class TelegramState {
  private static final int SHARED = 1_000;

  final Monitor monitor = new Monitor();
  final QueuedUpdates updates = new QueuedUpdates(this);
  final Callbacks callbacks = new Callbacks(this);
  final Calls calls = new Calls(this);

  /** Holds the commands that the bot set by scope and language. */
  final Map<String, ArrayNode> commands = new HashMap<>();

  /** Holds the descriptions that the bot set by kind and language. */
  final Map<String, String> texts = new HashMap<>();

  final Photos photos = new Photos();
  final InlineQueries inlineQueries = new InlineQueries(this);

  private final Map<Long, ChatState> chats = new LinkedHashMap<>();
  private final int kept;
  private long lastMessage = 100;
  private long revision;

  /** True when answers contain a field of a later version of the Bot API. */
  volatile boolean newer;

  volatile EmulatorListener listener = EmulatorListener.NONE;

  /** Creates a state that keeps so many of the newest messages of each chat. */
  TelegramState(int kept) {
    this.kept = kept;
  }

  /** Removes the oldest of a chat's entries when there are too many. */
  void trim(NavigableMap<Long, ?> map) {
    trim(map, kept);
  }

  /** Removes the oldest of all chats' entries when there are too many. */
  void trimShared(NavigableMap<Long, ?> map) {
    trim(map, SHARED * kept);
  }

  private static void trim(NavigableMap<Long, ?> map, int size) {
    while (map.size() > size) {
      map.pollFirstEntry();
    }
  }

  ChatState open(ObjectNode json) {
    ChatState chat = new ChatState(this, json);
    if (chats.putIfAbsent(chat.id(), chat) != null) {
      throw new IllegalStateException("There is already a chat with the id " + chat.id());
    }
    return chat;
  }

  /** Finds the chat that a call addresses, or refuses the call as Telegram does. */
  ChatState addressed(Parameters asked) {
    String id = asked.text("chat_id");
    if (id.isBlank()) {
      throw Refusal.bad("chat_id is empty");
    }
    ChatState chat = find(id).orElseThrow(() -> Refusal.bad("chat not found"));
    if (chat.blocked) {
      throw Refusal.of(
          403,
          chat.isPrivate()
              ? "Forbidden: bot was blocked by the user"
              : "Forbidden: bot was kicked from the supergroup chat");
    }
    return chat;
  }

  /** Finds a chat by id or by {@code @username}. */
  private Optional<ChatState> find(String idOrName) {
    return idOrName.matches("-?\\d{1,18}")
        ? chat(Long.parseLong(idOrName))
        : chats.values().stream()
            .filter(chat -> ("@" + chat.json().path("username").asText("?")).equals(idOrName))
            .findFirst();
  }

  Optional<ChatState> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  /** Stores a new message with its id and date. */
  TelegramMessage keep(ChatState chat, ObjectNode content) {
    ObjectNode json = Json.object().put("message_id", ++lastMessage);
    json.put("date", now()).set("chat", chat.json());
    json.setAll(content);
    return store(chat, json);
  }

  /** Replaces a message by its edited form. */
  TelegramMessage rewrite(ChatState chat, ObjectNode json) {
    return store(chat, json.put("edit_date", now()));
  }

  long revision() {
    return revision;
  }

  private TelegramMessage store(ChatState chat, ObjectNode json) {
    TelegramMessage message = new TelegramMessage(json, false, false, ++revision);
    chat.put(message);
    return message;
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
