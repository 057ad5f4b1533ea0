package backtalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.Setting;
import backtalk.emulator.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Telegram brings the updates. */
class WebhookIT {
  @RegisterExtension final Stage stage = Stage.empty();

  private String url = "";

  @BeforeEach
  void hook() throws IOException {
    int port = freePort();
    url = "http://127.0.0.1:" + port + "/bring";
    stage.bot().set(Setting.WEBHOOK_URL, url).set(Setting.PORT, Integer.toString(port));
  }

  @Test
  void aCheckIsHeldAndWhatCameWhileTheBotWasAwayIsAnswered() {
    start();
    Visitor ann = stage.visitor("Ann");
    ann.begins();
    ann.denies("urgent", "worrying");
    stage.quiet();

    assertThat(stage.bot().terminate()).isZero();
    assertThat(stage.telegram().calls().count("deleteWebhook")).isZero();
    ann.person().taps(stage.back().none("worrying"));
    start();
    ann.asked("pain");
    stage.quiet();

    assertThat(stage.telegram().calls().count("getUpdates")).isZero();
    assertThat(stage.telegram().calls().of("setWebhook"))
        .allMatch(call -> call.text("drop_pending_updates").equals("false"))
        .allMatch(call -> call.text("secret_token").length() == 64);
  }

  @Test
  void whoeverDoesNotKnowTheSecretIsTurnedAwayAndTheLogDoesNotTellIt() throws Exception {
    start();
    Call hook = stage.telegram().calls().await("setWebhook", 1, Stage.PATIENCE).getLast();
    String secret = hook.text("secret_token");

    assertThat(bring("wrong", "{\"update_id\":7}")).isEqualTo(403);
    assertThat(bring(secret, "{\"update_id\":7}")).isEqualTo(200);
    assertThat(bring(secret, "{\"update_id\":7}")).as("repeated").isEqualTo(200);
    assertThat(bring(secret, "no update")).isEqualTo(400);
    assertThat(bring(secret, "x".repeat(2_000_000))).isEqualTo(413);
    assertThat(stage.bot().written()).doesNotContain(secret);
  }

  private void start() {
    long before = stage.telegram().calls().count("setWebhook");
    stage.bot().start();
    stage.telegram().calls().await("setWebhook", (int) before + 1, Stage.PATIENCE);
  }

  private int bring(String secret, String update) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .POST(HttpRequest.BodyPublishers.ofString(update))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
