package backtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests persons, groups and channels: the updates that the bot receives, and their screens. */
@Timeout(30)
class PeopleTest {
  private static final String TOO_OLD =
      "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

  private final Emulator emulator = Emulator.start();
  private final ScriptedBot bot = new ScriptedBot(emulator);
  private final Person ann = emulator.person("Ann", 42);

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void commandsAreMarked() throws Exception {
    ann.command("/start", "sitting");
    JsonNode message = update().path("message");
    assertThat(message.path("text").asText()).isEqualTo("/start sitting");
    assertThat(message.at("/entities/0").toString())
        .isEqualTo("{\"offset\":0,\"length\":6,\"type\":\"bot_command\"}");
    assertThat(message.at("/chat/id").asLong()).isEqualTo(42);
  }

  @Test
  void tapsTheNewestMessageWithTheButton() throws Exception {
    bot.send(ann, "old", "Yes");
    long newer = bot.send(ann, "new", "Yes", "No");
    bot.send(ann, "no buttons");
    ann.taps("Yes");
    JsonNode query = update().path("callback_query");
    assertThat(query.path("data").asText()).isEqualTo("data-Yes");
    assertThat(query.at("/message/message_id").asLong()).isEqualTo(newer);
  }

  @Test
  void aCallbackIsAnsweredOnce() throws Exception {
    String query = tapped();
    assertThat(answer(query, "saved").status()).isEqualTo(200);
    assertThat(answer(query, "saved").refusal()).isEqualTo(TOO_OLD);
    assertThat(answer("1", "saved").refusal()).isEqualTo(TOO_OLD);
    assertThat(ann.toasts()).containsExactly("saved");
    assertThat(ann.awaitsToast("save").answered()).isTrue();
  }

  @Test
  void aCallbackExpires() throws Exception {
    String query = tapped();
    emulator.callbacksExpireAfter(Duration.ofSeconds(-1));
    assertThat(answer(query, "late").refusal()).isEqualTo(TOO_OLD);
    assertThat(ann.callbacks()).noneMatch(Callback::answered);
  }

  @Test
  void aCallbackAnswerIsShort() throws Exception {
    String query = tapped();
    assertThat(answer(query, "x".repeat(201)).refusal())
        .isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
    assertThat(answer(query, "x".repeat(200)).status()).isEqualTo(200);
  }

  @Test
  void tapsOnAMissingMessageReachTheBot() throws Exception {
    ann.tapsAt(7, "forged");
    JsonNode query = update().path("callback_query");
    assertThat(query.at("/message/date").asInt(-1)).isZero();
    assertThat(query.path("data").asText()).isEqualTo("forged");
  }

  @Test
  void waitsForMessagesAfterTheLastAction() throws Exception {
    bot.send(ann, "same words");
    ann.says("again?");
    ann.patience(Duration.ofMillis(20));
    assertThatThrownBy(() -> ann.awaits("same words"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Ann: again?");
    bot.send(ann, "same words");
    assertThat(ann.awaits("same words").text()).isEqualTo("same words");
  }

  @Test
  void waitsUntilTheMessageArrives() throws Exception {
    CompletableFuture<TelegramMessage> seen =
        CompletableFuture.supplyAsync(() -> ann.awaits("at last"));
    bot.send(ann, "not yet");
    assertThat(seen).isNotDone();
    bot.send(ann, "at last");
    assertThat(seen.get().text()).isEqualTo("at last");
  }

  @Test
  void blockingSendsAnUpdateAndRefusesSends() throws Exception {
    ann.blocks();
    assertThat(update().at("/my_chat_member/new_chat_member/status").asText()).isEqualTo("kicked");
    ObjectNode message = Json.object().put("chat_id", 42).put("text", "hi");
    ScriptedBot.Answer refused = bot.call("sendMessage", message);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.refusal()).isEqualTo("403 Forbidden: bot was blocked by the user");
    ann.unblocks();
    assertThat(bot.call("sendMessage", message).status()).isEqualTo(200);
  }

  @Test
  void editsForwardsAndFilesReachTheBot() throws Exception {
    TelegramMessage typo = ann.says("teh");
    ann.edits(typo.id(), "the");
    assertThat(update().at("/edited_message/text").asText()).isEqualTo("the");
    ann.forwards("look", "Bob");
    assertThat(update().at("/message/forward_origin/sender_user_name").asText()).isEqualTo("Bob");
    ann.sendsPhoto("my back");
    assertThat(update().at("/message/caption").asText()).isEqualTo("my back");
    ann.sendsVoice();
    assertThat(update().at("/message/voice/duration").asInt()).isEqualTo(4);
    ann.sendsSticker();
    assertThat(update().path("message").has("sticker")).isTrue();
    ann.sendsDocument("scan.pdf");
    assertThat(update().at("/message/document/file_name").asText()).isEqualTo("scan.pdf");
  }

  @Test
  void groupsHaveTopicsMentionsAndAnonymousAdmins() throws Exception {
    Group group = emulator.group("Backs", true);
    long topic = group.topic();
    group.says(ann, "hey " + Group.botName(), topic);
    JsonNode message = update().path("message");
    assertThat(message.path("message_thread_id").asLong()).isEqualTo(topic);
    assertThat(message.at("/entities/0/type").asText()).isEqualTo("mention");
    group.anonymousAdminSays("hello");
    assertThat(update().at("/message/from/id").asLong()).isEqualTo(1_087_968_824L);
    emulator.channel("News").posts("post");
    assertThat(update().path("channel_post").has("from")).isFalse();
  }

  @Test
  void sendsIntoTopicsThatExist() throws Exception {
    Group group = emulator.group("Backs", true);
    ObjectNode message = Json.object().put("chat_id", group.id()).put("text", "hi");
    message.put("message_thread_id", group.topic());
    bot.call("sendMessage", message);
    assertThat(group.newest().thread()).isEqualTo(message.path("message_thread_id").asLong());
    message.put("message_thread_id", 999);
    assertThat(bot.call("sendMessage", message).refusal())
        .isEqualTo("400 Bad Request: message thread not found");
  }

  @Test
  void transcriptListsTheChat() throws Exception {
    ann.says("hi");
    bot.send(ann, "Does it hurt?", "Yes", "No");
    ann.taps("No");
    String query = update().at("/callback_query/id").asText();
    answer(query, "Noted");
    assertThat(ann.transcript())
        .isEqualTo(
            """
            Ann: hi
            Backtalk: Does it hurt?
                [Yes]
                [No]
            Ann presses [No]
              (toast) Noted\
            """);
  }

  @Test
  void quietMeansConfirmedAndListening() throws Exception {
    ann.says("hi");
    assertThatThrownBy(() -> emulator.awaitQuiet(Duration.ofMillis(20)))
        .hasMessageContaining("1 updates unconfirmed");
    long next = emulator.lastUpdateId() + 1;
    CompletableFuture<ScriptedBot.Answer> poll =
        bot.later("getUpdates", "{\"timeout\":50,\"offset\":" + next + "}");
    emulator.awaitQuiet();
    assertThat(emulator.unconfirmed()).isZero();
    emulator.hangUp();
    assertThat(poll.get().status()).isEqualTo(409);
  }

  private String tapped() throws Exception {
    bot.send(ann, "Sure?", "Yes");
    ann.taps("Yes");
    return update().at("/callback_query/id").asText();
  }

  private ScriptedBot.Answer answer(String query, String text) throws Exception {
    ObjectNode answer = Json.object().put("callback_query_id", query).put("text", text);
    return bot.call("answerCallbackQuery", answer);
  }

  /** Returns the newest update and confirms all earlier ones. */
  private JsonNode update() throws Exception {
    return bot.call("getUpdates", "{\"offset\":-1}").result().get(0);
  }
}
