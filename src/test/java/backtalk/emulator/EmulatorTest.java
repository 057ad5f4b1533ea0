package backtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests updates, polling and the bot's profile. */
@Timeout(30)
class EmulatorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Emulator emulator = Emulator.start();
  private final ScriptedBot bot = new ScriptedBot(emulator);
  private final Person ann = emulator.person("Ann <&> עננה 🐈");

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void refusesAWrongToken() throws Exception {
    assertThat(bot.call("getMe", "{}").result().path("username").asText()).isNotEmpty();
    ScriptedBot.Answer stranger = new ScriptedBot(emulator, "1:wrong").call("getMe", "{}");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.refusal()).isEqualTo("401 Unauthorized");
  }

  @Test
  void findsMethodsInAnyCase() throws Exception {
    assertThat(bot.call("GETME", "{}").status()).isEqualTo(200);
    assertThat(bot.call("sendDice", "{}").refusal()).isEqualTo("404 Not Found: method not found");
  }

  @Test
  void deliversUntilConfirmed() throws Exception {
    ann.says("one");
    ann.says("two");
    JsonNode first = bot.call("getUpdates", "{}").result();
    assertThat(texts(first)).containsExactly("one", "two");
    assertThat(texts(bot.call("getUpdates", "{\"limit\":1}").result())).containsExactly("one");
    long second = first.get(1).path("update_id").asLong();
    assertThat(texts(poll(second))).containsExactly("two");
    assertThat(texts(poll(second + 1))).isEmpty();
    assertThat(emulator.unconfirmed()).isZero();
  }

  @Test
  void negativeOffsetKeepsTheNewest() throws Exception {
    ann.says("one");
    ann.says("two");
    assertThat(texts(poll(-1))).containsExactly("two");
    assertThat(emulator.unconfirmed()).isEqualTo(1);
  }

  @Test
  void longPollEndsWithTheUpdate() throws Exception {
    CompletableFuture<ScriptedBot.Answer> poll = bot.later("getUpdates", "{\"timeout\":50}");
    emulator.awaitListening(PATIENCE);
    assertThat(poll).isNotDone();
    ann.says("hello");
    assertThat(texts(poll.get().result())).containsExactly("hello");
  }

  @Test
  void secondPollerEndsTheFirst() throws Exception {
    CompletableFuture<ScriptedBot.Answer> first = bot.later("getUpdates", "{\"timeout\":50}");
    emulator.awaitListening(PATIENCE);
    CompletableFuture<ScriptedBot.Answer> second = bot.later("getUpdates", "{\"timeout\":50}");
    assertThat(first.get().refusal())
        .isEqualTo(
            "409 Conflict: terminated by other getUpdates request; "
                + "make sure that only one bot instance is running");
    ann.says("hello");
    assertThat(texts(second.get().result())).containsExactly("hello");
  }

  @Test
  void noPollingBesideAWebhook() throws Exception {
    CompletableFuture<ScriptedBot.Answer> poll = bot.later("getUpdates", "{\"timeout\":50}");
    emulator.awaitListening(PATIENCE);
    bot.call("setWebhook", "{\"url\":\"http://127.0.0.1:1/hook\"}");
    assertThat(poll.get().status()).isEqualTo(409);
    assertThat(bot.call("getUpdates", "{}").refusal()).startsWith("409 Conflict: can't use");
    bot.call("deleteWebhook", "{}");
    assertThat(bot.call("getUpdates", "{}").status()).isEqualTo(200);
  }

  @Test
  void deliversOnlyWantedKinds() throws Exception {
    bot.call("getUpdates", "{\"allowed_updates\":[\"callback_query\"]}");
    ann.says("unwanted");
    ann.tapsAt(1, "wanted");
    JsonNode updates = bot.call("getUpdates", "{}").result();
    assertThat(updates.findValuesAsText("data")).containsExactly("wanted");
    assertThat(updates).hasSize(1);
  }

  @Test
  void repeatsAConfirmedUpdate() throws Exception {
    ann.says("again");
    long id = emulator.lastUpdateId();
    poll(id + 1);
    emulator.repeat(id);
    assertThat(texts(poll(id + 1))).containsExactly("again");
    assertThat(texts(poll(id + 1))).isEmpty();
  }

  @Test
  void deliversUnreadableUpdatesUnchanged() throws Exception {
    emulator.sendRaw("{\"brand_new_kind\":{\"date\":99999999999}}");
    JsonNode update = bot.call("getUpdates", "{}").result().get(0);
    assertThat(update.path("brand_new_kind").path("date").asLong()).isEqualTo(99_999_999_999L);
    assertThat(update.path("update_id").asLong()).isEqualTo(emulator.lastUpdateId());
  }

  @Test
  void readsMultipart() throws Exception {
    String body =
        part("url", "http://127.0.0.1:1/hook")
            + part("allowed_updates", "[\"message\"]")
            + "--x--\r\n";
    bot.post("setwebhook", "multipart/form-data; boundary=x", body);
    assertThat(bot.call("getWebhookInfo", "{}").result().path("url").asText())
        .isEqualTo("http://127.0.0.1:1/hook");
    assertThat(emulator.calls().of("setWebhook").getFirst().text("allowed_updates"))
        .isEqualTo("[\"message\"]");
  }

  @Test
  void readsForms() throws Exception {
    String form = "chat_id=" + ann.id() + "&text=a%26b+c";
    bot.post("sendMessage", "application/x-www-form-urlencoded", form);
    assertThat(ann.newest().text()).isEqualTo("a&b c");
  }

  @Test
  void keepsCommandsByScopeAndLanguage() throws Exception {
    String commands = "\"commands\":[{\"command\":\"start\",\"description\":\"Begin\"}]";
    bot.call("setMyCommands", "{" + commands + ",\"language_code\":\"de\"}");
    assertThat(bot.call("getMyCommands", "{}").result()).isEmpty();
    JsonNode german = bot.call("getMyCommands", "{\"language_code\":\"de\"}").result();
    assertThat(german.findValuesAsText("command")).containsExactly("start");
  }

  @Test
  void refusesWrongCommands() throws Exception {
    assertThat(command("Start", "x")).isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
    assertThat(command("a".repeat(33), "x")).isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
    assertThat(command("start", "")).endsWith("BOT_COMMAND_DESCRIPTION_INVALID");
    assertThat(command("start", "x".repeat(257))).endsWith("BOT_COMMAND_DESCRIPTION_INVALID");
  }

  @Test
  void keepsDescriptionsWithinTheirLength() throws Exception {
    assertThat(describe("setMyDescription", "description", 513)).startsWith("400 ");
    assertThat(describe("setMyShortDescription", "short_description", 121)).startsWith("400 ");
    describe("setMyDescription", "description", 512);
    String kept = bot.call("getMyDescription", "{}").result().path("description").asText();
    assertThat(kept).hasSize(512);
  }

  @Test
  void recordsCallsAndUnknownParameters() throws Exception {
    bot.call("sendMessage", "{\"chat_id\":" + ann.id() + ",\"text\":\"hi\",\"colour\":\"red\"}");
    bot.call("sendMessage", "{\"chat_id\":1,\"text\":\"hi\",\"method\":\"sendmessage\"}");
    assertThat(emulator.calls().unknownParameters()).containsExactly("sendMessage.colour");
    assertThat(emulator.calls().count("sendMessage")).isEqualTo(2);
    List<Call> calls = emulator.calls().of("sendMessage");
    assertThat(calls.getFirst().accepted()).isTrue();
    assertThat(calls.getLast().refusal()).isEqualTo("Bad Request: chat not found");
  }

  private JsonNode poll(long offset) throws Exception {
    return bot.call("getUpdates", "{\"offset\":" + offset + "}").result();
  }

  private String command(String name, String description) throws Exception {
    ObjectNode asked = Json.object();
    asked.putArray("commands").addObject().put("command", name).put("description", description);
    return bot.call("setMyCommands", asked).refusal();
  }

  private String describe(String method, String field, int length) throws Exception {
    return bot.call(method, Json.object().put(field, "d".repeat(length))).refusal();
  }

  private static String part(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static List<String> texts(JsonNode updates) {
    return updates.findValues("message").stream().map(one -> one.path("text").asText()).toList();
  }
}
