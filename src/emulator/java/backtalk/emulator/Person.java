package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Acts as a person in a private chat with the bot, and shows the person's screen. */
public final class Person extends ChatWindow {
  private final ObjectNode user;

  Person(TelegramState state, ObjectNode user) {
    super(state, state.monitor.change(() -> state.open(privateChat(user))));
    this.user = user;
  }

  private static ObjectNode privateChat(ObjectNode user) {
    ObjectNode chat = Json.object().put("id", user.path("id").asLong());
    chat.set("first_name", user.get("first_name"));
    return chat.put("type", "private");
  }

  /** Returns Telegram's form of the person. */
  ObjectNode user() {
    return user;
  }

  /** Types and sends a text; commands and mentions in it are marked as Telegram does. */
  public TelegramMessage says(String text) {
    return writes(ChatEvents.text(text));
  }

  /** Deletes a topic; later sends to it fail. */
  public void deletesTopic(long topic) {
    state.monitor.run(() -> chat.topics().remove(topic));
  }

  /** Types and sends a text in a topic. */
  public TelegramMessage says(String text, long topic) {
    return writes(ChatEvents.inTopic(topic, ChatEvents.text(text)));
  }

  /** Sends a command, such as {@code command("/start", "sitting")} for a deep link. */
  public TelegramMessage command(String command, String payload) {
    return says(payload.isEmpty() ? command : command + " " + payload);
  }

  /** Sends a command without arguments. */
  public TelegramMessage command(String command) {
    return command(command, "");
  }

  /** Replies to a message of the chat. */
  public TelegramMessage replies(TelegramMessage to, String text) {
    return writes(ChatEvents.replyTo(to, ChatEvents.text(text)));
  }

  /**
   * Taps a button by its label, of the reply keyboard or of the newest message that has it. Waits
   * for such a message.
   */
  public void taps(String label) {
    if (replyKeyboardHas(label)) {
      says(label);
    } else {
      taps(offering(label), label);
    }
  }

  /** Taps a button of this version of a message, which may be outdated. */
  public Callback taps(TelegramMessage message, String label) {
    TelegramButton button = button(message, label);
    if (!button.url().isEmpty()) {
      throw new IllegalArgumentException("[" + label + "] opens a link: the bot gets no update");
    }
    return tapsAt(message.id(), button.data());
  }

  /** Presses a button with any data, forged or stale; the message need not exist. */
  public Callback tapsAt(long messageId, String callbackData) {
    acted();
    return events.press(user, messageId, callbackData);
  }

  /** Presses a button in a message that Telegram does not show to the bot. */
  public Callback tapsUnseen(String callbackData) {
    acted();
    return events.pressUnseen(user, callbackData);
  }

  /** Edits a message of this person. */
  public TelegramMessage edits(long messageId, String newText) {
    acted();
    return events.edit("edited_message", messageId, newText);
  }

  /** Forwards a text of another person. */
  public TelegramMessage forwards(String text, String author) {
    ObjectNode content = ChatEvents.text(text);
    ObjectNode origin = content.putObject("forward_origin").put("type", "hidden_user");
    origin.put("date", Instant.now().getEpochSecond()).put("sender_user_name", author);
    return writes(content);
  }

  /** Sends a photo, with a caption unless it is "". */
  public TelegramMessage sendsPhoto(String caption) {
    ObjectNode content = Json.object();
    content.putArray("photo").add(file().put("width", 90).put("height", 60));
    return writes(caption.isEmpty() ? content : content.put("caption", caption));
  }

  /** Sends a voice message. */
  public TelegramMessage sendsVoice() {
    return sends("voice", file().put("duration", 4).put("mime_type", "audio/ogg"));
  }

  /** Sends a sticker. */
  public TelegramMessage sendsSticker() {
    ObjectNode sticker = file().put("type", "regular").put("width", 512).put("height", 512);
    return sends("sticker", sticker.put("is_animated", false).put("is_video", false));
  }

  /** Sends a file. */
  public TelegramMessage sendsDocument(String fileName) {
    return sends("document", file().put("file_name", fileName));
  }

  /** Sends content of any kind, such as a {@code location}, in Telegram's form. */
  public TelegramMessage sends(String kind, JsonNode content) {
    return writes(Json.object().set(kind, content));
  }

  /** Types a text behind the bot's name in any chat, and waits for the parameters of the answer. */
  public JsonNode asksInline(String text) {
    String query = state.monitor.change(() -> state.inlineQueries.ask(user, text));
    until("an answer to the inline query", () -> state.inlineQueries.answered(query).isObject());
    return state.monitor.read(() -> state.inlineQueries.answered(query));
  }

  /** Blocks the bot: it gets an update, and its later sends fail with 403. */
  public void blocks() {
    events.member(user, true);
  }

  /** Unblocks the bot. */
  public void unblocks() {
    events.member(user, false);
  }

  private TelegramMessage writes(ObjectNode content) {
    acted();
    return events.write("message", content.set("from", user()));
  }

  private static ObjectNode file() {
    return Json.object()
        .put("file_id", "AgACAgQ")
        .put("file_unique_id", "AQAD")
        .put("file_size", 9);
  }
}
