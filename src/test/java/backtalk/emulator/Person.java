package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A person with a private chat with the bot: what they do, and what they see. */
public final class Person extends ChatWindow {
  private final ObjectNode user;

  Person(World world, ObjectNode user) {
    super(world, world.monitor.change(() -> world.open(privateChat(user))));
    this.user = user;
  }

  private static ObjectNode privateChat(ObjectNode user) {
    ObjectNode chat = Json.object().put("id", user.path("id").asLong());
    chat.set("first_name", user.get("first_name"));
    return chat.put("type", "private");
  }

  /** Telegram's form of the person. */
  ObjectNode user() {
    return user.deepCopy();
  }

  /** Types and sends a text; commands and mentions in it are marked as Telegram does. */
  public Message says(String text) {
    return writes(Acts.text(text));
  }

  /** Opens a topic of the chat, and gives its id, to be used as the thread. */
  public long topic() {
    return world.monitor.change(chat::openTopic);
  }

  /** Deletes a topic: from now on nothing can be sent to it. */
  public void deletesTopic(long topic) {
    world.monitor.run(() -> chat.topics().remove(topic));
  }

  /** Types and sends a text in a topic. */
  public Message says(String text, long topic) {
    return writes(Acts.inTopic(topic, Acts.text(text)));
  }

  /** Sends a command, such as {@code command("/start", "sitting")} for a deep link. */
  public Message command(String command, String payload) {
    return says(payload.isEmpty() ? command : command + " " + payload);
  }

  /** Sends a command alone. */
  public Message command(String command) {
    return command(command, "");
  }

  /** Answers a message of the chat by swiping it. */
  public Message replies(Message to, String text) {
    return writes(Acts.replyTo(to, Acts.text(text)));
  }

  /**
   * Taps a button by its label: on the newest message that has it, waited for, or on the keyboard
   * under the input field.
   */
  public void taps(String label) {
    if (replyKeyboardHas(label)) {
      says(label);
    } else {
      taps(offering(label), label);
    }
  }

  /** Taps a button of this message, as it stood when it was got; may be out of date by now. */
  public Callback taps(Message message, String label) {
    Button button =
        message.buttons().stream()
            .filter(one -> one.label().equals(label))
            .findFirst()
            .orElseThrow(() -> failed("a button [" + label + "] on #" + message.id()));
    if (!button.url().isEmpty()) {
      throw new IllegalArgumentException("[" + label + "] opens a link: the bot hears nothing");
    }
    return tapsAt(message.id(), button.data());
  }

  /** Presses with any data, forged or stale; the message need not exist. */
  public Callback tapsAt(long messageId, String callbackData) {
    acted();
    return acts.press(user, messageId, callbackData);
  }

  /** Presses a button of which Telegram tells the data and not the message. */
  public Callback tapsUnseen(String callbackData) {
    acted();
    return acts.pressUnseen(user, callbackData);
  }

  /** Edits an own message. */
  public Message edits(long messageId, String newText) {
    acted();
    return acts.edit("edited_message", messageId, newText);
  }

  /** Forwards somebody's words. */
  public Message forwards(String text, String fromWhom) {
    ObjectNode content = Acts.text(text);
    ObjectNode origin = content.putObject("forward_origin").put("type", "hidden_user");
    origin.put("date", Instant.now().getEpochSecond()).put("sender_user_name", fromWhom);
    return writes(content);
  }

  /** Sends a photo, with a caption unless it is "". */
  public Message sendsPhoto(String caption) {
    ObjectNode content = Json.object();
    content.putArray("photo").add(file().put("width", 90).put("height", 60));
    return writes(caption.isEmpty() ? content : content.put("caption", caption));
  }

  /** Sends a voice message. */
  public Message sendsVoice() {
    return sends("voice", file().put("duration", 4).put("mime_type", "audio/ogg"));
  }

  /** Sends a sticker. */
  public Message sendsSticker() {
    ObjectNode sticker = file().put("type", "regular").put("width", 512).put("height", 512);
    return sends("sticker", sticker.put("is_animated", false).put("is_video", false));
  }

  /** Sends a file. */
  public Message sendsDocument(String fileName) {
    return sends("document", file().put("file_name", fileName));
  }

  /** Sends content of any kind, such as a {@code location}, in Telegram's form. */
  public Message sends(String kind, JsonNode content) {
    return writes(Json.object().set(kind, content));
  }

  /** Blocks the bot: it is told, and what it sends from now on fails with 403. */
  public void blocks() {
    acts.member(user, true);
  }

  /** Lets the bot in again. */
  public void unblocks() {
    acts.member(user, false);
  }

  private Message writes(ObjectNode content) {
    acted();
    return acts.write("message", content.set("from", user()));
  }

  private static ObjectNode file() {
    return Json.object()
        .put("file_id", "AgACAgQ")
        .put("file_unique_id", "AQAD")
        .put("file_size", 9);
  }
}
