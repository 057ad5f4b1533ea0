package backtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests planned faults, and the retry of a refused webhook push. */
@Timeout(30)
class FaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Emulator emulator = Emulator.start();
  private final Faults faults = emulator.faults();
  private final ScriptedBot bot = new ScriptedBot(emulator);
  private final Person ann = emulator.person("Ann");

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void floodAnswersCarryRetryAfter() throws Exception {
    faults.next("sendMessage", 2, Fault.tooManyRequests(7));
    ScriptedBot.Answer refused = send();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.refusal()).isEqualTo("429 Too Many Requests: retry after 7");
    assertThat(refused.json().at("/parameters/retry_after").asInt()).isEqualTo(7);
    assertThat(send().status()).isEqualTo(429);
    assertThat(send().status()).isEqualTo(200);
    assertThat(faults.left()).isZero();
    assertThat(ann.screen().texts()).hasSize(1);
  }

  @Test
  void plannedAnswersAreSentInOrder() throws Exception {
    faults.next("sendMessage", Fault.unauthorized());
    faults.next("sendMessage", Fault.conflict());
    faults.next("sendMessage", Fault.badRequest("TOPIC_CLOSED"));
    faults.next("sendMessage", Fault.serverError());
    faults.next("sendMessage", Fault.withoutOk());
    faults.next("sendMessage", Fault.badGateway());
    assertThat(send().refusal()).isEqualTo("401 Unauthorized");
    assertThat(send().refusal()).startsWith("409 Conflict");
    assertThat(send().refusal()).isEqualTo("400 Bad Request: TOPIC_CLOSED");
    assertThat(send().refusal()).isEqualTo("500 Internal Server Error");
    assertThat(send().body()).isEqualTo("{\"result\":true}");
    assertThat(send().body()).startsWith("<html>");
    assertThat(ann.screen().texts()).isEmpty();
  }

  @Test
  void dropBeforeLosesTheCall() throws Exception {
    faults.next("sendMessage", new Fault.DropBefore());
    assertDropped();
    assertThat(ann.screen().texts()).isEmpty();
    assertThat(emulator.calls().of("sendMessage")).noneMatch(Call::accepted);
  }

  @Test
  void dropAfterLosesTheAnswerOnly() throws Exception {
    faults.next("sendMessage", new Fault.DropAfter());
    assertDropped();
    assertThat(ann.screen().texts()).containsExactly("hi");
    assertThat(emulator.calls().of("sendMessage")).allMatch(Call::accepted);
  }

  @Test
  void brokenOffAnswersFail() {
    faults.next("sendMessage", new Fault.BrokenOff());
    assertDropped();
    assertThat(ann.screen().texts()).containsExactly("hi");
  }

  @Test
  void halfJsonIsACompleteHttpAnswer() throws Exception {
    faults.next("sendMessage", new Fault.HalfJson());
    ScriptedBot.Answer half = send();
    assertThat(half.status()).isEqualTo(200);
    assertThatThrownBy(half::json).isInstanceOf(IllegalArgumentException.class);
    assertThat(ann.screen().texts()).containsExactly("hi");
  }

  @Test
  void hangsUntilReleased() throws Exception {
    faults.next("sendMessage", Fault.hang());
    CompletableFuture<ScriptedBot.Answer> hanging = bot.later("sendMessage", hi().toString());
    emulator.faults().awaitMet(PATIENCE);
    assertThat(hanging).isNotDone();
    assertThat(ann.screen().texts()).isEmpty();
    faults.release();
    assertThat(hanging.get().status()).isEqualTo(200);
    assertThat(ann.screen().texts()).containsExactly("hi");
  }

  @Test
  void slowAnswersNeedNoRelease() throws Exception {
    faults.next("sendMessage", new Fault.Hang(Duration.ofMillis(5)));
    faults.latency(Duration.ofMillis(1));
    assertThat(send().status()).isEqualTo(200);
  }

  @Test
  void faultsByPredicateLastUntilCleared() throws Exception {
    faults.when(call -> call.text("text").equals("hi"), Fault.serverError());
    assertThat(send().status()).isEqualTo(500);
    assertThat(send().status()).isEqualTo(500);
    assertThat(bot.call("getMe", "{}").status()).isEqualTo(200);
    faults.clear();
    assertThat(send().status()).isEqualTo(200);
  }

  @Test
  void webhookPushesInOrderUntilAccepted() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (HttpListener hook = hook(seen, push -> seen.size() > 1)) {
      ann.says("one");
      ann.says("two");
      setWebhook("http://127.0.0.1:" + hook.port() + "/hook");
      emulator.awaitQuiet();
    }
    assertThat(seen).containsExactly("one s3cret", "one s3cret", "two s3cret");
  }

  @Test
  void pushesOfAChatDoNotWaitForThoseOfAnother() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (HttpListener hook = hook(seen, push -> seen.contains("two s3cret"))) {
      emulator.proxy(List.of(hook.port()));
      setWebhook("https://bot.example.org/hook");
      ann.says("one");
      emulator.person("Bob").says("two");
      emulator.awaitQuiet();
    }
    assertThat(seen).contains("one s3cret").containsOnlyOnce("two s3cret");
  }

  private void setWebhook(String url) throws Exception {
    bot.call("setWebhook", Json.object().put("url", url).put("secret_token", "s3cret"));
  }

  /** Starts a bot that takes pushes, notes the text and the secret of each and refuses some. */
  private static HttpListener hook(List<String> seen, Predicate<String> accepts) {
    return HttpListener.start(
        0,
        (request, connection) -> {
          String secret = request.header("X-Telegram-Bot-Api-Secret-Token");
          String push = Json.read(request.body()).at("/message/text").asText() + " " + secret;
          seen.add(push);
          int status = accepts.test(push) ? 200 : 503;
          connection.write(HttpMessage.response(status, "text/plain", ""));
        });
  }

  private void assertDropped() {
    CompletableFuture<ScriptedBot.Answer> call = bot.later("sendMessage", hi().toString());
    assertThatThrownBy(call::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  private ScriptedBot.Answer send() throws Exception {
    return bot.call("sendMessage", hi());
  }

  private ObjectNode hi() {
    return Json.object().put("chat_id", ann.id()).put("text", "hi");
  }
}
