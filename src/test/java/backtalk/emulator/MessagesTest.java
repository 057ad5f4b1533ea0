package backtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which messages can be sent and edited, and how others are refused. */
@Timeout(30)
class MessagesTest {
  private static final String BAD = "400 Bad Request: ";

  private final Emulator emulator = Emulator.start();
  private final ScriptedBot bot = new ScriptedBot(emulator);
  private final Person ann = emulator.person("Ann");

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void textLengthIsCountedInUtf16Units() throws Exception {
    assertThat(send(text("x".repeat(4096)))).isEqualTo("0 ");
    assertThat(send(text("x".repeat(4097)))).isEqualTo(BAD + "message is too long");
    assertThat(send(text("🐈".repeat(2048)))).isEqualTo("0 ");
    assertThat(send(text("🐈".repeat(2049)))).isEqualTo(BAD + "message is too long");
    assertThat(send(html("<b>" + "x".repeat(4096) + "</b>"))).isEqualTo("0 ");
  }

  @Test
  void emptyTextIsRefused() throws Exception {
    assertThat(send(text(" \n"))).isEqualTo(BAD + "message text is empty");
    assertThat(send(html("<b></b>"))).isEqualTo(BAD + "message text is empty");
  }

  @Test
  void unknownChatIsRefused() throws Exception {
    assertThat(send(text("x").put("chat_id", 1))).isEqualTo(BAD + "chat not found");
    assertThat(send(text("x").put("chat_id", ""))).isEqualTo(BAD + "chat_id is empty");
  }

  @Test
  void callbackDataIsCountedInBytes() throws Exception {
    assertThat(send(button("Yes", "d".repeat(64)))).isEqualTo("0 ");
    assertThat(send(button("Yes", "d".repeat(65)))).isEqualTo(BAD + "BUTTON_DATA_INVALID");
    assertThat(send(button("Yes", "ё".repeat(33)))).isEqualTo(BAD + "BUTTON_DATA_INVALID");
    assertThat(send(button("Yes", ""))).isEqualTo(BAD + "BUTTON_DATA_INVALID");
    assertThat(send(button(" ", "d"))).startsWith(BAD + "can't parse inline keyboard button");
  }

  @Test
  void keyboardsAreBounded() throws Exception {
    assertThat(send(keyboard(1, 8))).isEqualTo("0 ");
    assertThat(send(keyboard(1, 9))).startsWith(BAD + "too many buttons in a row");
    assertThat(send(keyboard(20, 5))).isEqualTo("0 ");
    assertThat(send(keyboard(101, 1))).isEqualTo(BAD + "reply markup is too long");
  }

  @Test
  void buttonsNeedOneAction() throws Exception {
    ObjectNode message = text("x");
    message.set("reply_markup", Json.readObject("{\"inline_keyboard\":[[{\"text\":\"a\"}]]}"));
    assertThat(send(message)).endsWith("Text buttons are unallowed in the inline keyboard");
  }

  @Test
  void stylesAndCopiedTextsAreChecked() throws Exception {
    assertThat(send(button("{\"text\":\"a\",\"callback_data\":\"d\",\"style\":\"danger\"}")))
        .isEqualTo("0 ");
    assertThat(ann.newest().buttons().getFirst().style()).isEqualTo("danger");
    assertThat(send(button("{\"text\":\"a\",\"callback_data\":\"d\",\"style\":\"red\"}")))
        .endsWith("unknown button style \"red\"");
    assertThat(send(button(copying("x".repeat(256))))).isEqualTo("0 ");
    assertThat(send(button(copying("x".repeat(257))))).endsWith("BUTTON_COPY_TEXT_INVALID");
    assertThat(send(button(copying("")))).endsWith("BUTTON_COPY_TEXT_INVALID");
  }

  private ObjectNode button(String json) {
    ObjectNode message = text("x");
    message.set("reply_markup", Json.readObject("{\"inline_keyboard\":[[" + json + "]]}"));
    return message;
  }

  private static String copying(String text) {
    return "{\"text\":\"a\",\"copy_text\":{\"text\":\"" + text + "\"}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a <b>b                | Can't find end tag corresponding to start tag "b"
          ä <p>b</p>            | Unsupported start tag "p" at byte offset 3
          1 < 2                 | Unclosed start tag at byte offset 2
          <b>a</i>              | Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
          a</b>                 | Unexpected end tag at byte offset 1
          """)
  void brokenHtmlIsRefused(String html, String why) throws Exception {
    assertThat(send(html(html))).isEqualTo(BAD + "can't parse entities: " + why);
  }

  @Test
  void htmlBecomesPlainTextWithEntities() throws Exception {
    send(html("🐈 <b>a <i>b</i></b> &lt;&#33; <blockquote expandable>why</blockquote>"));
    TelegramMessage message = ann.newest();
    assertThat(message.text()).isEqualTo("🐈 a b <! why");
    assertThat(message.entities().stream().map(MessagesTest::entity))
        .containsExactly("bold 3+3", "italic 5+1", "expandable_blockquote 10+3");
  }

  @Test
  void entitiesMustLieInTheText() throws Exception {
    assertThat(send(entity("bold", 0, 4))).isEqualTo("0 ");
    assertThat(send(entity("bold", 0, 5))).endsWith("receive an entity with incorrect length 5");
    assertThat(send(entity("bold", -1, 1))).endsWith("receive an entity with incorrect offset -1");
    assertThat(send(entity("bold", 3, 1))).endsWith("receive an entity with incorrect offset 3");
    assertThat(send(entity("huge", 0, 1))).contains("unsupported MessageEntity type");
  }

  @Test
  void repliesNeedAMessageThatExists() throws Exception {
    TelegramMessage question = ann.says("really?");
    ObjectNode reply = text("yes");
    reply.putObject("reply_parameters").put("message_id", question.id());
    assertThat(send(reply)).isEqualTo("0 ");
    assertThat(ann.newest().replyTo()).isEqualTo(question.id());
    reply.putObject("reply_parameters").put("message_id", 1);
    assertThat(send(reply)).isEqualTo(BAD + "message to be replied not found");
    reply.putObject("reply_parameters").put("allow_sending_without_reply", true);
    assertThat(send(reply)).isEqualTo("0 ");
  }

  @Test
  void editsChangeTheMessageInPlace() throws Exception {
    long id = bot.send(ann, "one", "Yes");
    assertThat(edit(id, "two")).isEqualTo("0 ");
    assertThat(ann.screen().texts()).containsExactly("two");
    assertThat(ann.newest().edited()).isTrue();
    assertThat(ann.newest().labels()).isEmpty();
  }

  @Test
  void editsThatChangeNothingAreRefused() throws Exception {
    long id = bot.send(ann, "one");
    assertThat(edit(id, "one"))
        .isEqualTo(
            BAD
                + "message is not modified: specified new message content and reply markup are"
                + " exactly the same as a current content and reply markup of the message");
    ObjectNode markup = at(id);
    assertThat(bot.call("editMessageReplyMarkup", markup).refusal()).contains("not modified");
    markup.set("reply_markup", ScriptedBot.keyboard("Yes"));
    assertThat(bot.call("editMessageReplyMarkup", markup).status()).isEqualTo(200);
    assertThat(ann.newest().labels()).containsExactly("Yes");
  }

  @Test
  void editsNeedAMessageThatCanBeEdited() throws Exception {
    assertThat(edit(1, "two")).isEqualTo(BAD + "message to edit not found");
    assertThat(edit(ann.says("mine").id(), "two")).isEqualTo(BAD + "message can't be edited");
    long frozen = bot.send(ann, "old");
    ann.freezes(frozen);
    assertThat(edit(frozen, "two")).isEqualTo(BAD + "message can't be edited");
    long deleted = bot.send(ann, "gone");
    ann.deletes(deleted);
    assertThat(edit(deleted, "two")).isEqualTo(BAD + "message to edit not found");
  }

  @Test
  void deletedMessagesLeaveTheScreen() throws Exception {
    long id = bot.send(ann, "one");
    assertThat(bot.call("deleteMessage", at(id)).status()).isEqualTo(200);
    assertThat(ann.screen().texts()).isEmpty();
    assertThat(bot.call("deleteMessage", at(id)).refusal())
        .isEqualTo(BAD + "message to delete not found");
  }

  @Test
  void unknownChatActionsAreRefused() throws Exception {
    ObjectNode action = Json.object().put("chat_id", ann.id()).put("action", "typing");
    assertThat(bot.call("sendChatAction", action).status()).isEqualTo(200);
    action.put("action", "dancing");
    assertThat(bot.call("sendChatAction", action).refusal())
        .isEqualTo(BAD + "wrong parameter action in request");
  }

  private String send(ObjectNode message) throws Exception {
    return bot.call("sendMessage", message).refusal();
  }

  private String edit(long id, String text) throws Exception {
    return bot.call("editMessageText", at(id).put("text", text)).refusal();
  }

  private ObjectNode at(long messageId) {
    return Json.object().put("chat_id", ann.id()).put("message_id", messageId);
  }

  private ObjectNode text(String text) {
    return Json.object().put("chat_id", ann.id()).put("text", text);
  }

  private ObjectNode html(String text) {
    return text(text).put("parse_mode", "HTML");
  }

  private ObjectNode button(String label, String data) {
    ObjectNode message = text("x");
    message.putObject("reply_markup").putArray("inline_keyboard").addArray();
    message.withArray("/reply_markup/inline_keyboard/0").addObject().put("text", label);
    ((ObjectNode) message.at("/reply_markup/inline_keyboard/0/0")).put("callback_data", data);
    return message;
  }

  private ObjectNode keyboard(int rows, int columns) {
    ObjectNode message = text("x");
    var keyboard = message.putObject("reply_markup").putArray("inline_keyboard");
    for (int row = 0; row < rows; row++) {
      var buttons = keyboard.addArray();
      for (int column = 0; column < columns; column++) {
        buttons.addObject().put("text", "b").put("callback_data", "d");
      }
    }
    return message;
  }

  /** Puts an entity into a text of four UTF-16 units, the last two of which are one character. */
  private ObjectNode entity(String type, int offset, int length) {
    ObjectNode message = text("ab🐈");
    ObjectNode entity = message.putArray("entities").addObject().put("type", type);
    entity.put("offset", offset).put("length", length);
    return message;
  }

  private static String entity(JsonNode entity) {
    return "%s %s+%s"
        .formatted(entity.path("type").asText(), entity.path("offset"), entity.path("length"));
  }
}
