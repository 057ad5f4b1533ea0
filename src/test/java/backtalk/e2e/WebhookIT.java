package backtalk.e2e;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.config.Setting;
import backtalk.emulator.Call;
import backtalk.emulator.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests updates that Telegram pushes to the webhook. */
class WebhookIT {
  @RegisterExtension final TestEnvironment testEnvironment = TestEnvironment.empty();

  private static final int MAX_QUEUED = 100;

  private String url = "";

  @BeforeEach
  void setWebhook() throws IOException {
    int port = freePort();
    url = "http://127.0.0.1:" + port + "/hook";
    testEnvironment.bot().set(Setting.WEBHOOK_URL, url).set(Setting.PORT, Integer.toString(port));
  }

  @Test
  void aCheckWorksAndUpdatesDuringARestartAreAnswered() {
    start();
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    ann.denies("urgent", "feeling");
    testEnvironment.quiet();

    assertThat(testEnvironment.bot().terminate()).isZero();
    assertThat(testEnvironment.telegram().calls().count("deleteWebhook")).isZero();
    ann.person().taps(testEnvironment.texts().none("feeling"));
    start();
    ann.asked("signs");
    testEnvironment.quiet();

    assertThat(testEnvironment.telegram().calls().count("getUpdates")).isZero();
    assertThat(testEnvironment.telegram().calls().of("setWebhook"))
        .allMatch(call -> call.text("drop_pending_updates").equals("false"))
        .allMatch(call -> call.text("secret_token").length() == 64);
  }

  @Test
  void aPushWithoutTheSecretIsRefusedAndTheSecretIsNotLogged() throws Exception {
    start();
    String secret = secret();

    assertThat(post("wrong", "{\"update_id\":7}")).isEqualTo(403);
    assertThat(post(secret, "{\"update_id\":7}")).isEqualTo(200);
    assertThat(post(secret, "{\"update_id\":7}")).as("repeated").isEqualTo(200);
    assertThat(post(secret, "no update")).isEqualTo(400);
    assertThat(post(secret, "x".repeat(2_000_000))).isEqualTo(413);
    assertThat(testEnvironment.bot().written()).doesNotContain(secret);
  }

  @Test
  void aPushOverTheQueueLimitIsRefusedAndAcceptedLater() throws Exception {
    start();
    String secret = secret();
    Person ann = testEnvironment.person("Ann");
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<CompletableFuture<HttpResponse<Void>>> all;
      HttpResponse<Void> refused;
      try (Connection other = testEnvironment.lock()) {
        all =
            IntStream.rangeClosed(1, MAX_QUEUED + 1)
                .mapToObj(id -> client.sendAsync(push(secret, stop(id, ann)), discarding()))
                .toList();
        refused = first(all).get(20, TimeUnit.SECONDS);
        other.createStatement().execute("rollback");
      }

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(all.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
          .containsOnlyOnce(503)
          .containsOnly(200, 503);
    }
    for (int id = 1; id <= MAX_QUEUED + 1; id++) {
      assertThat(post(secret, stop(id, ann))).as("again").isEqualTo(200);
    }
    assertThat(testEnvironment.bot().page("/metrics"))
        .contains("backtalk_turns_total{action=\"seen-before\"} " + MAX_QUEUED + ".0");
  }

  @Test
  @Tag("thorough")
  void whileTheStoreFailsPushesAreRefusedAndThePersonGetsOneFallback() throws Exception {
    start();
    String secret = secret();
    Person ann = testEnvironment.person("Ann");
    try (Connection other = testEnvironment.lock()) {
      assertThat(post(secret, hello(7, ann))).isEqualTo(503);
      ann.awaits(LockedIT.BROKEN);
      assertThat(post(secret, hello(7, ann))).as("pushed again").isEqualTo(503);
      other.createStatement().execute("rollback");
    }

    assertThat(post(secret, hello(7, ann))).isEqualTo(200);
    ann.awaits(message -> message.fromBot() && !message.text().contains(LockedIT.BROKEN));
    testEnvironment.quiet();
    assertThat(ann.screen().fromBot()).as("one fallback, one answer").hasSize(2);
    assertThat(testEnvironment.bot().page("/metrics")).contains("backtalk_fallbacks_total 1.0");
  }

  @Test
  void aReturnToPollingDropsNoPendingUpdate() {
    start();
    TestUser ann = testEnvironment.testUser("Ann");
    ann.begins();
    testEnvironment.quiet();
    assertThat(testEnvironment.bot().terminate()).isZero();
    ann.person().taps(testEnvironment.texts().none("urgent"));

    testEnvironment.bot().set(Setting.WEBHOOK_URL, "");
    testEnvironment.start();

    ann.asked("feeling");
    assertThat(testEnvironment.telegram().calls().of("deleteWebhook"))
        .isNotEmpty()
        .noneMatch(call -> call.text("drop_pending_updates").equals("true"));
  }

  private void start() {
    long before = testEnvironment.telegram().calls().count("setWebhook");
    testEnvironment.bot().start();
    testEnvironment
        .telegram()
        .calls()
        .await("setWebhook", (int) before + 1, TestEnvironment.PATIENCE);
  }

  private String secret() {
    Call hook =
        testEnvironment
            .telegram()
            .calls()
            .await("setWebhook", 1, TestEnvironment.PATIENCE)
            .getLast();
    return hook.text("secret_token");
  }

  private int post(String secret, String update) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(push(secret, update), discarding()).statusCode();
    }
  }

  private HttpRequest push(String secret, String update) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("X-Telegram-Bot-Api-Secret-Token", secret)
        .POST(HttpRequest.BodyPublishers.ofString(update))
        .build();
  }

  private static String hello(int update, Person from) {
    return update(update, from, "hello");
  }

  /** Returns a command, which is handled over the flood limit too. */
  private static String stop(int update, Person from) {
    return update(update, from, "/stop");
  }

  private static String update(int update, Person from, String text) {
    return """
    {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
    "from":{"id":%d,"is_bot":false,"first_name":"Ann"},"chat":{"id":%d,"type":"private"}}}\
    """
        .formatted(update, update, text, from.id(), from.id());
  }

  /** Returns the first result. */
  private static <T> CompletableFuture<T> first(List<CompletableFuture<T>> all) {
    CompletableFuture<T> result = new CompletableFuture<>();
    for (CompletableFuture<T> one : all) {
      var unused = one.thenAccept(result::complete);
    }
    return result;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
